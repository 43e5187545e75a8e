package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.process.Processes;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Guide, page 13: the same graphs in child JVMs. */
public final class Elsewhere {
    private Elsewhere() {}

    // [methods]
    record Sample(int seed, double[] values) {}

    static Sample draw(int seed) {
        return new Sample(seed, new Random(seed).doubles(100_000).toArray());
    }

    static double mean(Sample sample) {
        double sum = 0;
        for (double value : sample.values()) {
            sum += value;
        }
        return sum / sample.values().length;
    }

    static double spread(List<Double> means) {
        var all = means.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return all.getMax() - all.getMin();
    }
    // [/methods]

    static void processes() {
        // [processes]
        var means = task(Elsewhere::draw).each(List.of(1, 2, 3, 4)).each(Elsewhere::mean);
        Delayed<Double> spread = task(Elsewhere::spread).call(means);
        try (Scheduler workers = Processes.start(2)) {
            System.out.println(spread.compute(workers).equals(spread.compute(Schedulers.sync())));
        }
        // [/processes]
    }

    static void refused(Scheduler workers) {
        // [refused]
        Thread mine = Thread.currentThread();
        var bad = task(() -> mine.getName()).named("bad");
        try {
            bad.call().compute(workers);
        } catch (IllegalArgumentException refused) {
            System.out.println(refused.getMessage());
        }
        // [/refused]
    }

    static void copies(Scheduler workers) {
        // [copies]
        AtomicInteger count = new AtomicInteger();
        var counted = task((AtomicInteger c) -> c.incrementAndGet()).call(count);
        System.out.println(counted.compute(workers) + " there, " + count + " here");
        System.out.println(counted.compute(Schedulers.sync()) + " there, " + count + " here");
        // [/copies]
    }

    // [dying]
    static int fragile(Path mark) throws IOException {
        try {
            Files.createFile(mark);
        } catch (FileAlreadyExistsException triedBefore) {
            return 42;
        }
        Runtime.getRuntime().halt(1); // as a crash of native code, or the system when memory is short, would
        return 0;
    }

    static int deadly(int exitCode) {
        Runtime.getRuntime().halt(exitCode);
        return 0;
    }
    // [/dying]

    static void dying(Scheduler workers, Path folder) {
        // [loss]
        System.out.println(task(Elsewhere::fragile).call(folder.resolve("mark")).compute(workers));
        try {
            task(Elsewhere::deadly).call(7).compute(workers);
        } catch (TaskFailedException failed) {
            System.out.println(failed.attempts().size() + " attempts");
            System.out.println(failed.attempts().get(2).failure().getMessage());
        }
        // [/loss]
    }

    static void chosen() {
        // [options]
        try (Scheduler workers = Processes.workers(2)
                .threads(2) // tasks at a time in each
                .heap("256m") // -Xmx of each; otherwise all of them share half of the machine's memory
                .jvmFlags("-XX:+UseSerialGC")
                .start()) {
            var most = task(() -> Runtime.getRuntime().maxMemory() >> 20).call();
            System.out.println(most.compute(workers) <= 256);
        }
        // [/options]
    }

    /**
     * Prints what the page shows.
     *
     * @param args ignored
     * @throws IOException if there is no place for a file
     */
    public static void main(String[] args) throws IOException {
        processes();
        Path folder = Files.createTempDirectory("bide-guide");
        try (Scheduler workers = Processes.start(1)) {
            refused(workers);
            copies(workers);
            dying(workers, folder);
        } finally {
            Files.deleteIfExists(folder.resolve("mark"));
            Files.delete(folder);
        }
        chosen();
    }
}
