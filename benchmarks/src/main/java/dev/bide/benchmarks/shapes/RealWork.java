package dev.bide.benchmarks.shapes;

import dev.bide.benchmarks.shapes.Contender.Built;
import java.util.ArrayList;
import java.util.List;

/** Tasks that work for a while: the loop, Bide on threads, and plain threads take turns. */
final class RealWork {
    private static final int TASKS = 2_000;

    private final int rounds;
    private final int workers;

    RealWork(int rounds, int workers) {
        this.rounds = rounds;
        this.workers = workers;
    }

    /** Gives each task so much work, and measures all shapes that have any width. For once in a JVM. */
    List<SpeedUp> measure(int micros, List<Shape> shapes) throws Exception {
        Payload.choose(Spin.ofMicros(micros));
        List<SpeedUp> all = new ArrayList<>();
        try (BideCalls bide = Contenders.threads(workers)) {
            for (Shape shape : shapes) {
                if (shape != Shape.CHAIN) {
                    System.err.println("real work: " + shape);
                    all.add(measure(shape, bide));
                }
            }
        }
        return all;
    }

    private SpeedUp measure(Shape shape, BideCalls bide) throws Exception {
        Blueprint graph = shape.of(TASKS);
        Value right = new Loop().build(graph).run();
        PlainThreads threads = new PlainThreads(workers);
        List<Step> steps = List.of(
                () -> check(new Loop().build(graph), right),
                () -> threads.run(graph.size()),
                () -> check(bide.build(graph), right));
        List<double[]> times = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            double[] taken = new double[steps.size()];
            for (int i = 0; i < taken.length; i++) {
                int turn = (i + round) % taken.length;
                taken[turn] = nanos(steps.get(turn));
            }
            if (round > 0) {
                times.add(taken);
            }
        }
        return new SpeedUp(
                shape,
                graph.size(),
                Timing.median(times, taken -> taken[0] / 1e6),
                Timing.median(times, taken -> taken[0] / taken[1]),
                Timing.median(times, taken -> taken[0] / taken[2]),
                Timing.median(times, taken -> taken[1] / taken[2]));
    }

    private static double nanos(Step step) throws Exception {
        System.gc();
        long start = System.nanoTime();
        step.run();
        return System.nanoTime() - start;
    }

    private static void check(Built built, Value right) throws Exception {
        if (!built.run().equals(right)) {
            throw new IllegalStateException("wrong result");
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
