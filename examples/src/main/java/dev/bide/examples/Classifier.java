package dev.bide.examples;

import dev.bide.examples.Digits.Image;
import dev.bide.examples.Digits.Split;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * A support vector machine with a radial kernel that has learned to read digits.
 *
 * <p>Many threads may learn and read at once, and always get the same result: all that libsvm shares between threads is
 * {@link svm#rand}, which only its probabilities and its own cross-validation use, and we ask for neither.
 */
record Classifier(svm_model machine) {
    /** What to tune: the price of an error, and how near is near. */
    record Parameters(double c, double gamma) {}

    static {
        svm.svm_set_print_string_function(text -> {}); // else each fit prints its progress
    }

    static Classifier fit(Split split, Parameters parameters) {
        List<Image> train = split.train().images();
        svm_problem problem = new svm_problem();
        problem.l = train.size();
        problem.x = train.stream().map(Classifier::nodes).toArray(svm_node[][]::new);
        problem.y = train.stream().mapToDouble(Image::digit).toArray();
        return new Classifier(svm.svm_train(problem, settings(parameters)));
    }

    private static svm_parameter settings(Parameters parameters) {
        svm_parameter settings = new svm_parameter();
        settings.svm_type = svm_parameter.C_SVC;
        settings.kernel_type = svm_parameter.RBF;
        settings.C = parameters.c;
        settings.gamma = parameters.gamma;
        settings.eps = 1e-3;
        settings.cache_size = 40;
        settings.shrinking = 1;
        return settings;
    }

    /** The share of images that are read right. */
    static double score(Classifier classifier, Split split) {
        List<Image> test = split.test().images();
        long right = test.stream()
                .filter(image -> svm.svm_predict(classifier.machine, nodes(image)) == image.digit())
                .count();
        return (double) right / test.size();
    }

    int supportVectors() {
        return machine.l;
    }

    /** Made from every bit that was learned, so that two machines with the same one are the same. */
    int fingerprint() {
        return 31 * Arrays.deepHashCode(machine.sv_coef) + Arrays.hashCode(machine.rho);
    }

    /** libsvm's sparse form: the pixels that are not blank, each with its place from 1. */
    private static svm_node[] nodes(Image image) {
        return IntStream.range(0, image.pixels().length)
                .filter(p -> image.pixels()[p] != 0)
                .mapToObj(p -> node(p + 1, image.pixels()[p]))
                .toArray(svm_node[]::new);
    }

    private static svm_node node(int index, double value) {
        svm_node node = new svm_node();
        node.index = index;
        node.value = value;
        return node;
    }
}
