package dev.bide.benchmarks.parts;

import dev.bide.graph.Plan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Making the plan of a graph: linked nodes into numbered tasks, both directions of every dependency. Time for each task. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanGraph {
    @Benchmark
    @OperationsPerInvocation(SizedGraph.SMALL)
    public Plan tenThousand(SizedGraph.Small graph) {
        return Plan.of(graph.root());
    }

    @Benchmark
    @OperationsPerInvocation(SizedGraph.MEDIUM)
    public Plan hundredThousand(SizedGraph.Medium graph) {
        return Plan.of(graph.root());
    }

    @Benchmark
    @OperationsPerInvocation(SizedGraph.LARGE)
    public Plan million(SizedGraph.Large graph) {
        return Plan.of(graph.root());
    }
}
