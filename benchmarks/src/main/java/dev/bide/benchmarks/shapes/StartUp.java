package dev.bide.benchmarks.shapes;

import dev.bide.benchmarks.shapes.Contender.Built;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What a small or a first graph costs, on threads. */
final class StartUp {
    private static final int SMALL = 1_000;
    private static final int WARM_UP = 20_000;
    private static final int RUNS = 2_001;
    private static final int IDLE_RUNS = 201;
    private static final int IDLE_MILLIS = 5;

    private static final int COLD = 10_000;
    private static final int COLD_RUNS = 11;
    private static final int FIRST = 10;
    private static final int FIRST_RUNS = 21;

    private final int workers;

    StartUp(int workers) {
        this.workers = workers;
    }

    /** Graphs of a thousand tasks. */
    List<WarmStart> warm(List<Shape> shapes) throws Exception {
        List<WarmStart> all = new ArrayList<>();
        try (BideCalls bide = Contenders.threads(workers)) {
            for (Shape shape : shapes) {
                System.err.println("warm: " + shape);
                Blueprint graph = shape.of(SMALL);
                micros(bide, graph, WARM_UP, 0);
                List<double[]> times = micros(bide, graph, RUNS, 0);
                List<double[]> idle = micros(bide, graph, IDLE_RUNS, IDLE_MILLIS);
                all.add(new WarmStart(
                        shape,
                        graph.size(),
                        Timing.median(times, each -> each[0]),
                        Timing.median(times, each -> each[1]),
                        Timing.median(idle, each -> each[0]),
                        Timing.median(idle, each -> each[1])));
            }
        }
        return all;
    }

    private static List<double[]> micros(BideCalls bide, Blueprint graph, int runs, int idle) throws Exception {
        Value right = new Loop().build(graph).run();
        List<double[]> times = new ArrayList<>(runs);
        for (int i = 0; i < runs; i++) {
            if (idle > 0) {
                TimeUnit.MILLISECONDS.sleep(idle);
            }
            long start = System.nanoTime();
            Built built = bide.build(graph);
            long middle = System.nanoTime();
            Value result = built.run();
            long end = System.nanoTime();
            if (!result.equals(right)) {
                throw new IllegalStateException("wrong result");
            }
            times.add(new double[] {(end - middle) / 1e3, (end - start) / 1e3});
        }
        return times;
    }

    /** The first graph of a JVM, with ten thousand tasks, in milliseconds from the first line of main: a median. */
    double coldMillis() throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < COLD_RUNS; i++) {
            String nanos = jvm().lines(ColdTree.class, Integer.toString(COLD), Integer.toString(workers))
                    .get(0);
            millis.add(Long.parseLong(nanos) / 1e6);
        }
        return Timing.median(millis, each -> each);
    }

    /** From starting a JVM to the result of its first graph of ten tasks, and to the first line of a bare main. */
    FirstResult first() throws Exception {
        List<double[]> millis = new ArrayList<>();
        for (int i = 0; i < FIRST_RUNS; i++) {
            double bare = jvm().nanosToFirstLine(Bare.class) / 1e6;
            double bide =
                    jvm().nanosToFirstLine(ColdTree.class, Integer.toString(FIRST), Integer.toString(workers)) / 1e6;
            millis.add(new double[] {bare, bide});
        }
        return new FirstResult(Timing.median(millis, each -> each[0]), Timing.median(millis, each -> each[1]));
    }

    private static NewJvm jvm() {
        return new NewJvm(List.of());
    }

    /**
     * From starting a JVM to its first line, in milliseconds: medians.
     *
     * @param bare a main that prints
     * @param bide a main that prints the result of a graph
     */
    record FirstResult(double bare, double bide) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "from starting a JVM to the result of ten tasks: %.1f ms; a bare main: %.1f ms; beyond it: %.1f ms",
                    bide,
                    bare,
                    bide - bare);
        }
    }
}
