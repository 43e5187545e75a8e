package dev.bide.examples;

import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.diagnostics.Diagnostics;
import dev.bide.schedule.Scheduler;
import dev.bide.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * A pipeline that is killed half-way and goes on where it was. One word makes a task's results outlive the program: {@code
 * stored()}. Run it twice with the same store:
 *
 * <pre>
 * bide run resume -- --scheduler sync --store results --die-after 14
 * bide run resume -- --store results
 * </pre>
 *
 * <p>The first run dies, as if its machine had lost its power, when 14 of 20 files are simulated and saved. The second
 * simulates the others only, and says so: "14 resumed".
 */
public final class Resume {
    private static final int STATIONS = 20;
    private static final int STEPS = 2_000_000;

    /** How a program that was killed ends. */
    private static final int KILLED = 137;

    private static final int NEVER = Integer.MAX_VALUE;

    private static final AtomicInteger SIMULATED = new AtomicInteger();
    private static final AtomicInteger CHECKED = new AtomicInteger();

    private Resume() {}

    static Delayed<Double> delayed(int dieAfter) {
        var simulate = task(Resume::simulate).stored();
        var check = task((Double celsius) -> check(celsius, dieAfter)).named("check");
        var warmest = task(Resume::warmest);

        var simulated = simulate.each(IntStream.range(0, STATIONS).boxed().toList());
        var checked = check.each(simulated);
        return warmest.call(checked);
    }

    /** Takes a while. With a million stations it takes days. */
    static Double simulate(Integer station) {
        double celsius = station;
        for (int step = 0; step < STEPS; step++) {
            celsius += Math.sin(step + station) / (1 + step);
        }
        SIMULATED.incrementAndGet();
        return celsius;
    }

    /** What it checks has been saved. */
    static Double check(Double celsius, int dieAfter) {
        if (CHECKED.incrementAndGet() >= dieAfter) {
            Runtime.getRuntime().halt(KILLED);
        }
        return celsius;
    }

    static Double warmest(List<Double> celsius) {
        return celsius.stream().mapToDouble(each -> each).max().orElseThrow();
    }

    private static Path defaultFolder() {
        return WeatherFiles.defaultFolder().resolveSibling("bide-resume-store");
    }

    public static void main(String[] args) {
        Options options = Options.of(args, "--store", "--die-after");
        Store store = Store.at(options.path("--store").orElseGet(Resume::defaultFolder));
        int dieAfter = options.number("--die-after").orElse(NEVER);
        try (Scheduler chosen = options.scheduler()) {
            Scheduler scheduler = Diagnostics.summary().named("resume").on(store.on(chosen));
            Double warmest = delayed(dieAfter).compute(scheduler);
            System.out.printf(
                    Locale.ROOT,
                    "the warmest of %d stations: %.3f; simulated %d here%n",
                    STATIONS,
                    warmest,
                    SIMULATED.get());
        }
    }
}
