package dev.bide.benchmarks.parts;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.Task3;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Building one call, in each of the ways to write it. The lines of the first calls are taken down, at about a microsecond
 * each; that is over long before anything is measured.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BuildCall {
    private final Task1<Integer, Integer> one = task(BuildCall::one);
    private final Task2<Integer, Integer, Integer> two = task(BuildCall::two);
    private final Task3<Integer, Integer, Integer, Integer> three = task(BuildCall::three);
    private final Task1<Integer, Integer> oneNamed = task(BuildCall::one).named("one");
    private final Task3<Integer, Integer, Integer, Integer> threeNamed =
            task(BuildCall::three).named("three");

    private final Delayed<Integer> a = one.call(1);
    private final Delayed<Integer> b = one.call(2);
    private final Delayed<Integer> c = one.call(3);
    private final Integer plain = 4;

    private static int one(int x) {
        return x;
    }

    private static int two(int x, int y) {
        return x + y;
    }

    private static int three(int x, int y, int z) {
        return x + y + z;
    }

    // ---------------------------------------------------------------- task.call(..)

    @Benchmark
    public Delayed<Integer> task1() {
        return one.call(a);
    }

    @Benchmark
    public Delayed<Integer> task1Plain() {
        return one.call(plain);
    }

    @Benchmark
    public Delayed<Integer> task2() {
        return two.call(a, b);
    }

    @Benchmark
    public Delayed<Integer> task2Mixed() {
        return two.call(a, plain);
    }

    @Benchmark
    public Delayed<Integer> task3() {
        return three.call(a, b, c);
    }

    @Benchmark
    public Delayed<Integer> task1WithName() {
        return oneNamed.call(a);
    }

    @Benchmark
    public Delayed<Integer> task3WithName() {
        return threeNamed.call(a, b, c);
    }

    @Benchmark
    public Delayed<Integer> task1ThenNamed() {
        return one.call(a).named("one");
    }

    // ---------------------------------------------------------------- on(..).call(..)

    @Benchmark
    public Delayed<Integer> on1() {
        return on(a).call(BuildCall::one);
    }

    @Benchmark
    public Delayed<Integer> on2() {
        return on(a, b).call(BuildCall::two);
    }

    @Benchmark
    public Delayed<Integer> on3() {
        return on(a, b, c).call(BuildCall::three);
    }

    @Benchmark
    public Delayed<Integer> on1ThenNamed() {
        return on(a).call(BuildCall::one).named("one");
    }

    // ---------------------------------------------------------------- delayed.then(..)

    @Benchmark
    public Delayed<Integer> then() {
        return a.then(BuildCall::one);
    }

    /** The function captures something, as lambdas do, and so is one object more. */
    @Benchmark
    public Delayed<Integer> thenCapturing() {
        Integer captured = plain;
        return a.then(x -> x + captured);
    }

    @Benchmark
    public Delayed<Integer> thenNamed() {
        return a.then(BuildCall::one).named("one");
    }
}
