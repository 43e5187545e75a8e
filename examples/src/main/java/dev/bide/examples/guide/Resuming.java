package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.store.SpillFolder;
import dev.bide.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Guide, page 11: results that outlive the program, and results that are on disk while nobody needs them. */
public final class Resuming {
    private Resuming() {}

    // [methods]
    static final AtomicInteger CALLS = new AtomicInteger();

    static double simulate(int station) {
        CALLS.incrementAndGet();
        return station * 1.5;
    }

    static double warmest(List<Double> celsius) {
        return celsius.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
    // [/methods]

    private static Delayed<Double> upTo(int stations) {
        // [graph]
        var simulate = task(Resuming::simulate).stored();
        var warmest = task(Resuming::warmest);
        Delayed<Double> best =
                warmest.call(simulate.each(IntStream.range(0, stations).boxed().toList()));
        // [/graph]
        return best;
    }

    static void resume(Path folder) {
        Delayed<Double> best = upTo(10);
        // [resume]
        Scheduler resuming = Store.at(folder).on(Schedulers.threads());
        System.out.println(best.compute(resuming) + " after " + CALLS + " calls");
        System.out.println(best.compute(resuming) + " after " + CALLS + " calls");
        // [/resume]
        best = upTo(12);
        // [more]
        System.out.println(best.compute(resuming) + " after " + CALLS + " calls"); // two stations more
        // [/more]
    }

    static void version(Path folder) {
        Scheduler resuming = Store.at(folder).on(Schedulers.threads());
        // [version]
        var simulate = task(Resuming::simulate).stored().version("2"); // in place of the class file
        System.out.println(simulate.call(7).compute(resuming) + " after " + CALLS + " calls");
        // [/version]
    }

    static void spill(Path folder) {
        // [spill]
        RunOptions options = RunOptions.defaults().spill(SpillFolder.at(folder).bound(1 << 20));
        var fill = task((Integer n) -> new long[100_000]);
        Delayed<Integer> all =
                fill.each(IntStream.range(0, 50).boxed().toList()).then(List::size);
        System.out.println(all.compute(Schedulers.threads(), options));
        // [/spill]
    }

    /**
     * Prints what the page shows.
     *
     * @param args ignored
     * @throws IOException if there is no place for the store
     */
    public static void main(String[] args) throws IOException {
        CALLS.set(0);
        Path folder = Files.createTempDirectory("bide-guide");
        resume(folder.resolve("store"));
        version(folder.resolve("store"));
        spill(folder.resolve("spill"));
    }
}
