package dev.bide.diagnostics.internal.picture;

import static dev.bide.Bide.action;
import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Graphs to draw; nothing of them ever runs. */
@SuppressWarnings("serial") // javac guards whatever a package named internal passes as a serialisable lambda
public final class Graphs {
    private Graphs() {}

    private static String load(String file) {
        return file;
    }

    private static String clean(String data) {
        return data;
    }

    private static String analyze(List<String> data) {
        return data.toString();
    }

    private static void store(String report, String file) {}

    private static String scale(String data) {
        return data;
    }

    private static String split(String data, int fold) {
        return data;
    }

    private static String fit(String train, double c) {
        return train;
    }

    private static double score(String model, String test) {
        return 0;
    }

    private static double mean(List<Double> scores) {
        return 0;
    }

    private static double argmax(List<Double> scores) {
        return 0;
    }

    private static String refit(String train, double c) {
        return train;
    }

    private static String report(double accuracy, List<Double> chosen) {
        return "";
    }

    private static String join(String a, String b) {
        return a + b;
    }

    /** The program of the README: 2 tasks a file, a list, analyze, store. */
    static Delayed<?> pipeline(int files) {
        DelayedList<String> loads = task(Graphs::load)
                .each(IntStream.range(0, files).mapToObj(i -> i + ".csv").toList());
        Delayed<String> analysis =
                task(Graphs::analyze).call(task(Graphs::clean).each(loads));
        return action(Graphs::store).call(analysis, "report.txt");
    }

    //   join
    //   / \
    // clean scale
    //   \ /
    //   load
    static Delayed<?> diamond() {
        Delayed<String> load = task(Graphs::load).call("a.csv");
        return task(Graphs::join)
                .call(task(Graphs::clean).call(load), task(Graphs::scale).call(load));
    }

    /** A root over a list of as many tasks as asked for, all of which need one. */
    static Delayed<?> fan(int width) {
        Delayed<String> load = task(Graphs::load).call("a.csv");
        var split = task(Graphs::split);
        List<Delayed<String>> parts = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            parts.add(split.call(load, i));
        }
        return task(Graphs::analyze).call(gather(parts));
    }

    static Delayed<String> chain(int length) {
        var clean = task(Graphs::clean);
        Delayed<String> last = task(Graphs::load).call("a.csv");
        for (int i = 1; i < length; i++) {
            last = clean.call(last);
        }
        return last;
    }

    /** A list of results that have nothing to do with each other. */
    static Delayed<?> disconnected() {
        return gather(
                List.of(chain(3), task(Graphs::scale).call("a"), pipeline(2).then(Object::toString)));
    }

    /** The data is split, and each part of it once more. */
    static Delayed<?> nestedSplits(int outer, int inner) {
        var split = task(Graphs::split);
        Delayed<String> load = task(Graphs::load).call("a.csv");
        List<Delayed<String>> parts = new ArrayList<>();
        for (int i = 0; i < outer; i++) {
            Delayed<String> part = split.call(load, i);
            parts.add(part);
            Delayed<String> train = task(Graphs::clean).call(part).named("train");
            for (int k = 0; k < inner; k++) {
                parts.add(split.call(train, k));
            }
        }
        return task(Graphs::analyze).call(gather(parts)).named("report");
    }

    /** Two functions that take turns. */
    static Delayed<?> turns(int turns) {
        Delayed<String> last = task(Graphs::load).call("a.csv");
        for (int i = 0; i < turns; i++) {
            last = task(Graphs::scale).call(task(Graphs::clean).call(last));
        }
        return last;
    }

    /** Calls of six names that need any two of those before them. */
    static Delayed<?> random(long seed, int calls) {
        Random random = new Random(seed);
        var join = task(Graphs::join);
        List<Delayed<String>> all = new ArrayList<>(List.of(task(Graphs::load).call("a.csv")));
        for (int i = 1; i < calls; i++) {
            Delayed<String> any = all.get(random.nextInt(i));
            Delayed<String> recent = all.get(i - 1 - random.nextInt(Math.min(3, i)));
            all.add(join.call(any, recent).named("name" + random.nextInt(6)));
        }
        return task(Graphs::analyze).call(gather(all));
    }

    static Delayed<?> longNames() {
        String sixty = "read-the-quarterly-sales-of-all-regions-and-convert-to-euros";
        Delayed<String> read = task(Graphs::load).call("a.csv").named(sixty);
        Delayed<String> clean =
                task(Graphs::clean).call(read).named("removeRowsWithMissingValuesAndDuplicatesAndNormaliseUnitsOnce");
        Delayed<String> scale = task(Graphs::scale).call(read).named("x".repeat(200));
        return task(Graphs::join).call(clean, scale);
    }

    /** Nested cross-validation: 2 + outer * (4 + 2 * inner) + 2 tasks. */
    public static Delayed<?> crossValidation(int outer, int inner) {
        var fit = task(Graphs::fit);
        var score = task(Graphs::score);
        var split = task(Graphs::split);
        var refit = task(Graphs::refit);
        var argmax = task(Graphs::argmax);
        Delayed<String> scaled = task(Graphs::scale).call(task(Graphs::load).call("a.csv"));
        List<Delayed<Double>> accuracies = new ArrayList<>();
        List<Delayed<Double>> chosen = new ArrayList<>();
        for (int i = 0; i < outer; i++) {
            Delayed<String> part = split.call(scaled, i);
            List<Delayed<Double>> scores = new ArrayList<>();
            for (int k = 0; k < inner; k++) {
                scores.add(score.call(fit.call(part, 0.1 * k), part));
            }
            Delayed<Double> best = argmax.call(gather(scores));
            chosen.add(best);
            accuracies.add(score.call(refit.call(part, best), part));
        }
        return task(Graphs::report).call(task(Graphs::mean).call(gather(accuracies)), gather(chosen));
    }
}
