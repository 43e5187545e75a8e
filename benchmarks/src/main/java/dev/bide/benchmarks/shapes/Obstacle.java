package dev.bide.benchmarks.shapes;

import java.util.Locale;
import java.util.Optional;

/** Words for why a graph is not run. */
final class Obstacle {
    /** The part of the heap that a graph may be expected to fill. */
    private static final double SHARE = 0.7;

    private Obstacle() {}

    /** An obstacle to graphs with more than a number of tasks. */
    static Optional<String> beyond(int most, int n, String what) {
        return n <= most ? Optional.empty() : Optional.of(what + String.format(Locale.ROOT, " beyond %,d", most));
    }

    /** What keeps a contender from running a graph in this JVM. */
    static Optional<String> of(Contender contender, Shape shape, int n) {
        return contender.obstacle(shape, n).or(() -> heap((long) n * contender.bytesPerTask()));
    }

    private static Optional<String> heap(long bytes) {
        return bytes <= SHARE * Runtime.getRuntime().maxMemory()
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "wants about %.1f GB of heap", bytes / SHARE / 1e9));
    }
}
