package dev.bide.benchmarks.parts;

import dev.bide.Delayed;
import dev.bide.graph.Plan;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A graph of each shape; a class for each size, because JMH divides by a constant. */
@State(Scope.Benchmark)
public abstract class SizedGraph {
    static final int SMALL = 10_000;
    static final int MEDIUM = 100_000;
    static final int LARGE = 1_000_000;

    @Param
    public Shape shape;

    private final int tasks;
    private Delayed<Integer> root;

    SizedGraph(int tasks) {
        this.tasks = tasks;
    }

    /** Builds, and sees that the figure per task will be right to a hundredth. */
    @Setup
    public void build() {
        root = shape.of(tasks);
        int found = Plan.of(root).size();
        if (Math.abs(found - tasks) > tasks / 100) {
            throw new IllegalStateException(shape + " has " + found + " tasks instead of " + tasks);
        }
    }

    Delayed<Integer> root() {
        return root;
    }

    /** Ten thousand tasks. */
    public static class Small extends SizedGraph {
        public Small() {
            super(SMALL);
        }
    }

    /** A hundred thousand tasks. */
    public static class Medium extends SizedGraph {
        public Medium() {
            super(MEDIUM);
        }
    }

    /** A million tasks. */
    public static class Large extends SizedGraph {
        public Large() {
            super(LARGE);
        }
    }
}
