package dev.bide.examples;

import java.util.Locale;
import java.util.concurrent.Callable;

/** A result and the seconds it took. */
record Timed<T>(T result, double seconds) {
    static <T> Timed<T> of(Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        return new Timed<>(result, (System.nanoTime() - start) * 1e-9);
    }

    /** The fastest of some runs: for work so short that the JVM is still warming up in the first. */
    static <T> Timed<T> best(int runs, Callable<T> work) throws Exception {
        Timed<T> best = of(work);
        for (int i = 1; i < runs; i++) {
            Timed<T> next = of(work);
            best = next.seconds < best.seconds ? next : best;
        }
        return best;
    }

    String text() {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    String text(Timed<?> slower) {
        return String.format(Locale.ROOT, "%.2f s, %.2f times as fast", seconds, slower.seconds / seconds);
    }
}
