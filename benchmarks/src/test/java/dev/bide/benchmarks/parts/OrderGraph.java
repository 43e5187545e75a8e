package dev.bide.benchmarks.parts;

import dev.bide.graph.Plan;
import dev.bide.order.Order;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Finding the priority order of a plan. Time for each task. A plan keeps its order, so each time gets a new plan; making that
 * is not in the time, but its memory is in the bytes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OrderGraph {
    /** The plan of the small graph. */
    @State(Scope.Benchmark)
    public static class Small {
        private Plan plan;

        @Setup(Level.Invocation)
        public void plan(SizedGraph.Small graph) {
            plan = Plan.of(graph.root());
        }
    }

    /** The plan of the medium graph. */
    @State(Scope.Benchmark)
    public static class Medium {
        private Plan plan;

        @Setup(Level.Invocation)
        public void plan(SizedGraph.Medium graph) {
            plan = Plan.of(graph.root());
        }
    }

    /** The plan of the large graph. */
    @State(Scope.Benchmark)
    public static class Large {
        private Plan plan;

        @Setup(Level.Invocation)
        public void plan(SizedGraph.Large graph) {
            plan = Plan.of(graph.root());
        }
    }

    @Benchmark
    @OperationsPerInvocation(SizedGraph.SMALL)
    public int[] tenThousand(Small graph) {
        return Order.of(graph.plan);
    }

    @Benchmark
    @OperationsPerInvocation(SizedGraph.MEDIUM)
    public int[] hundredThousand(Medium graph) {
        return Order.of(graph.plan);
    }

    @Benchmark
    @OperationsPerInvocation(SizedGraph.LARGE)
    public int[] million(Large graph) {
        return Order.of(graph.plan);
    }
}
