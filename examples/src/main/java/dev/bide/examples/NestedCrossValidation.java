package dev.bide.examples;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static dev.bide.examples.Classifier.fit;
import static dev.bide.examples.Classifier.score;
import static dev.bide.examples.Digits.load;
import static dev.bide.examples.Digits.scale;
import static dev.bide.examples.Digits.split;

import dev.bide.Delayed;
import dev.bide.examples.Classifier.Parameters;
import dev.bide.examples.Digits.Split;
import dev.bide.graph.Plan;
import dev.bide.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Tunes a support vector machine that reads hand-written digits, and tells honestly how well it reads: inner folds choose
 * the parameters, outer folds examine the choice on images that had no part in it.
 *
 * <p>{@link #inSequence} is the program as loops in loops, {@link #delayed} the same program made of tasks. Both call the
 * same functions and give the same report, bit for bit.
 */
public final class NestedCrossValidation {
    static final long SEED = 1998;

    record Setup(int images, int outer, int inner, List<Parameters> grid) {}

    record Choice(Parameters parameters, double mean) {}

    record Outcome(Choice choice, double accuracy, int supportVectors, int fingerprint) {
        private String text() {
            Parameters best = choice.parameters;
            String tuned = String.format(Locale.ROOT, "%4.1f  %5.2f  %14.4f", best.c(), best.gamma(), choice.mean);
            return tuned + String.format(Locale.ROOT, "  %14.4f  %15d", accuracy, supportVectors);
        }
    }

    record Report(List<Outcome> outcomes, double accuracy) {}

    private NestedCrossValidation() {}

    static Report inSequence(Setup setup) throws Exception {
        var outcomes = new ArrayList<Outcome>();
        var digits = load(setup.images, SEED);
        for (int i = 0; i < setup.outer; i++) {
            var outer = split(digits, i, setup.outer);
            var train = outer.train();
            var inner = new ArrayList<Split>();
            for (int j = 0; j < setup.inner; j++) {
                inner.add(scale(split(train, j, setup.inner)));
            }
            var means = new ArrayList<Double>();
            for (var parameters : setup.grid) {
                var scores = new ArrayList<Double>();
                for (var fold : inner) {
                    scores.add(score(fit(fold, parameters), fold));
                }
                means.add(mean(scores));
            }
            outcomes.add(refit(scale(outer), argmax(setup.grid, means)));
        }
        return report(outcomes);
    }

    static Delayed<Report> delayed(Setup setup) {
        var load = task(Digits::load);
        var split = task(Digits::split);
        var scale = task(Digits::scale);
        var fit = task(Classifier::fit);
        var score = task(Classifier::score);
        var mean = task(NestedCrossValidation::mean);
        var argmax = task(NestedCrossValidation::argmax);
        var refit = task(NestedCrossValidation::refit);
        var report = task(NestedCrossValidation::report);

        var outcomes = new ArrayList<Delayed<Outcome>>();
        var digits = load.call(setup.images, SEED);
        for (int i = 0; i < setup.outer; i++) {
            var outer = split.call(digits, i, setup.outer);
            var train = outer.then(Split::train);
            var inner = new ArrayList<Delayed<Split>>();
            for (int j = 0; j < setup.inner; j++) {
                inner.add(scale.call(split.call(train, j, setup.inner)));
            }
            var means = new ArrayList<Delayed<Double>>();
            for (var parameters : setup.grid) {
                var scores = new ArrayList<Delayed<Double>>();
                for (var fold : inner) {
                    scores.add(score.call(fit.call(fold, parameters), fold));
                }
                means.add(mean.call(gather(scores)));
            }
            outcomes.add(refit.call(scale.call(outer), argmax.call(setup.grid, gather(means))));
        }
        return report.call(gather(outcomes));
    }

    static double mean(List<Double> scores) {
        return scores.stream().mapToDouble(Double::doubleValue).sum() / scores.size();
    }

    static Choice argmax(List<Parameters> grid, List<Double> means) {
        int best = 0;
        for (int i = 1; i < grid.size(); i++) {
            best = means.get(i) > means.get(best) ? i : best;
        }
        return new Choice(grid.get(best), means.get(best));
    }

    static Outcome refit(Split split, Choice choice) {
        Classifier last = fit(split, choice.parameters);
        return new Outcome(choice, score(last, split), last.supportVectors(), last.fingerprint());
    }

    static Report report(List<Outcome> outcomes) {
        return new Report(
                outcomes, mean(outcomes.stream().map(Outcome::accuracy).toList()));
    }

    private static long tasks(Delayed<?> graph) {
        Plan plan = Plan.of(graph);
        return IntStream.range(0, plan.size()).filter(i -> !plan.gathers(i)).count();
    }

    public static void main(String[] args) throws Exception {
        try (Scheduler scheduler = Options.of(args).scheduler()) {
            Setup setup = new Setup(500, 5, 5, grid());
            System.out.println(setup.images + " digits, " + setup.outer + " x " + setup.inner + " folds, "
                    + setup.grid.size() + " parameters, seed " + SEED);

            Timed<Report> loops = Timed.of(() -> inSequence(setup));
            System.out.println("in sequence: " + loops.text());
            Delayed<Report> graph = delayed(setup);
            Timed<Report> tasks = Timed.of(() -> graph.compute(scheduler));
            Report report = tasks.result();
            System.out.println(scheduler + ": " + tasks.text(loops) + "; " + tasks(graph)
                    + " tasks; the same bit for bit: " + report.equals(loops.result()));

            System.out.println("\n   C  gamma  inner accuracy  outer accuracy  support vectors");
            report.outcomes.forEach(outcome -> System.out.println(outcome.text()));
            System.out.printf(Locale.ROOT, "%34.4f%n", report.accuracy);
        }
    }

    private static List<Parameters> grid() {
        List<Parameters> grid = new ArrayList<>();
        for (double c : new double[] {0.5, 1, 2, 4, 8, 16}) {
            for (double gamma : new double[] {0.02, 0.05, 0.1, 0.2}) {
                grid.add(new Parameters(c, gamma));
            }
        }
        return grid;
    }
}
