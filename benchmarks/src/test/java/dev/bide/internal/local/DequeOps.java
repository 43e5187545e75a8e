package dev.bide.internal.local;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
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
 * The deque: push and pop by its owner, steals by others. The time is that of one push with the pop or the steal that takes
 * its task; {@code contended} shows the owner's and the thief's apart.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DequeOps {
    private static final int BATCH = 1_000;

    /** The deque, of one thread, or of the two of a group. */
    @State(Scope.Group)
    public static class Shared {
        private TaskDeque deque = new TaskDeque();

        /** What is left over at the end of an iteration goes with the deque. */
        @Setup(Level.Iteration)
        public void renew() {
            deque = new TaskDeque();
        }
    }

    @Benchmark
    @Group("pushPop")
    public long pushPop(Shared shared) {
        shared.deque.push(1);
        return shared.deque.pop();
    }

    /** Deep, as in a fan: the owner pushes many and takes them all back. */
    @Benchmark
    @Group("pushPopDeep")
    @OperationsPerInvocation(BATCH)
    public long pushPopDeep(Shared shared) {
        for (int i = 0; i < BATCH; i++) {
            shared.deque.push(i);
        }
        long sum = 0;
        for (int i = 0; i < BATCH; i++) {
            sum += shared.deque.pop();
        }
        return sum;
    }

    /** Steals without anybody in the way. */
    @Benchmark
    @Group("pushSteal")
    @OperationsPerInvocation(BATCH)
    public long pushSteal(Shared shared) {
        for (int i = 0; i < BATCH; i++) {
            shared.deque.push(i);
        }
        long sum = 0;
        for (int i = 0; i < BATCH; i++) {
            sum += shared.deque.steal();
        }
        return sum;
    }

    /** The owner of a deque that a thief tries all the time, with one task or none in it. */
    @Benchmark
    @Group("contended")
    @GroupThreads(1)
    public long contendedPushPop(Shared shared) {
        shared.deque.push(1);
        return shared.deque.pop();
    }

    @Benchmark
    @Group("contended")
    @GroupThreads(1)
    public long contendedSteal(Shared shared) {
        return shared.deque.steal();
    }
}
