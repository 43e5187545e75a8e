package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.diagnostics.Diagnostics;
import dev.bide.diagnostics.Profile;
import dev.bide.schedule.Run;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Guide, page 9: what a run says of itself while it goes, and afterwards. */
public final class Seeing {
    private Seeing() {}

    // [methods]
    static double fit(double[] data, int degree) {
        return IntStream.range(0, 10_000 * degree)
                .mapToDouble(i -> Math.sin(data[i % data.length] + i))
                .sum();
    }

    static double best(List<Double> fits) {
        return fits.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
    // [/methods]

    private static Delayed<Double> fits() {
        // [graph]
        var load = task(() -> new double[1_000]).named("load");
        var fit = task(Seeing::fit);
        Delayed<double[]> data = load.call();
        Delayed<Double> best = task(Seeing::best)
                .call(gather(IntStream.rangeClosed(1, 40)
                        .mapToObj(degree -> fit.call(data, degree))
                        .toList()));
        // [/graph]
        return best;
    }

    static void explain(Delayed<Double> best, Path folder) {
        // [report]
        Path report = folder.resolve("report.html");
        best.compute(Diagnostics.report(report).and(Diagnostics.progress()));
        // [/report]

        // [choices]
        Diagnostics explained = Diagnostics.summary() // in the terminal: how it ended, and why
                .and(Diagnostics.trace(folder.resolve("trace.json"))) // for ui.perfetto.dev
                .named("fits")
                .on(Schedulers.threads(4)); // where to run
        best.compute(explained);
        // [/choices]

        // [default]
        Schedulers.setDefault(Diagnostics.summary()); // for every run of the program that names no scheduler
        best.compute();
        Schedulers.setDefault(null);
        // [/default]
    }

    static void profile(Delayed<Double> best) {
        // [profile]
        Run<Double> run = best.start(Diagnostics.profile());
        run.get();
        Profile profile = Profile.of(run);
        System.out.println(profile.tasks().size() + " tasks, the last of them "
                + profile.tasks().get(41).key());
        // [/profile]
    }

    static void again() {
        // [rerun]
        Delayed<Integer> parsed = on("x7").call(Integer::parseInt).named("parse");
        Run<Integer> run = parsed.start();
        try {
            run.get();
        } catch (TaskFailedException failed) {
            try {
                run.rerun("parse"); // this task alone, in this thread, with its inputs: set a breakpoint
            } catch (Exception again) {
                System.out.println(again.getMessage());
            }
        }
        // [/rerun]
    }

    /**
     * Runs it.
     *
     * @param args not used
     * @throws IOException if the report cannot be written
     */
    public static void main(String[] args) throws IOException {
        Delayed<Double> best = fits();
        explain(best, Files.createTempDirectory("bide-guide"));
        profile(best);
        again();
    }
}
