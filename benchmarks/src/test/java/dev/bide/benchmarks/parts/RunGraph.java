package dev.bide.benchmarks.parts;

import dev.bide.Compiled;
import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From start to result, for graphs so small that starting a run and waiting for it is most of the cost. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RunGraph {
    @Param({"1", "10", "1000"})
    public int tasks;

    @Param({"CHAIN", "TREE"})
    public Shape shape;

    @Param({"sync", "threads(2)"})
    public String scheduler;

    private Delayed<Integer> graph;
    private Compiled<Integer> compiled;
    private Scheduler runsOn;

    @Setup
    public void build() {
        graph = shape.of(tasks);
        compiled = graph.compile();
        runsOn = Schedulers.named(scheduler);
    }

    @TearDown
    public void close() {
        runsOn.close();
    }

    /** The graph is there. */
    @Benchmark
    public Integer run() {
        return graph.compute(runsOn);
    }

    @Benchmark
    public Integer runCompiled() {
        return compiled.compute(runsOn);
    }

    @Benchmark
    public Integer buildAndRun() {
        return shape.of(tasks).compute(runsOn);
    }
}
