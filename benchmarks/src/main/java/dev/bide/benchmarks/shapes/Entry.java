package dev.bide.benchmarks.shapes;

import dev.bide.benchmarks.shapes.Contender.Built;
import java.util.ArrayList;
import java.util.List;

/** One contender on one graph, round after round. */
final class Entry {
    private final Contender contender;
    private final Shape shape;
    private final int size;
    private final Blueprint graph;
    private final Value right;
    private final List<Timing> rounds = new ArrayList<>();
    private String obstacle;

    Entry(Contender contender, Shape shape, int size, Blueprint graph, Value right) {
        this.contender = contender;
        this.shape = shape;
        this.size = size;
        this.graph = graph;
        this.right = right;
        this.obstacle = Obstacle.of(contender, shape, size).orElse("");
    }

    /** Runs at least once and at least so long; the round's figures are the medians of its runs. */
    void round(long nanos, boolean counts) {
        if (!obstacle.isEmpty()) {
            return;
        }
        List<Timing> runs = new ArrayList<>();
        System.gc();
        long start = System.nanoTime();
        try {
            do {
                runs.add(once());
            } while (System.nanoTime() - start < nanos);
        } catch (StackOverflowError | OutOfMemoryError limit) {
            obstacle = limit.getClass().getSimpleName();
            return;
        }
        if (counts) {
            rounds.add(Timing.median(runs));
        }
    }

    private Timing once() {
        long start = System.nanoTime();
        Built built = contender.build(graph);
        long middle = System.nanoTime();
        check(run(built));
        long end = System.nanoTime();
        double tasks = graph.size();
        return new Timing(
                (middle - start) / tasks, (end - middle) / tasks, (end - start) / tasks, rerun(built) / tasks);
    }

    private double rerun(Built built) {
        Built compiled = built.compiled();
        if (compiled == null) {
            return Double.NaN;
        }
        check(run(compiled));
        long start = System.nanoTime();
        Value again = run(compiled);
        long end = System.nanoTime();
        check(again);
        return end - start;
    }

    private Value run(Built built) {
        try {
            return built.run();
        } catch (Exception failed) {
            throw new IllegalStateException(what() + " failed", failed);
        }
    }

    private void check(Value value) {
        if (!value.equals(right)) {
            throw new IllegalStateException(what() + " gives " + value + " instead of " + right);
        }
    }

    private String what() {
        return contender.name() + " on a " + shape + " of " + graph.size();
    }

    Measured measured() {
        return new Measured(
                size,
                shape,
                contender.name(),
                graph.size(),
                obstacle.isEmpty() ? Timing.median(rounds) : null,
                obstacle);
    }
}
