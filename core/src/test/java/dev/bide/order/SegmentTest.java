package dev.bide.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** After each step of a walk, what has run, what is ready and how many results are alive is what the graph says. */
class SegmentTest {
    private static final int SIZE = 14;

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private long[] dependencies = new long[SIZE];
    private long[] dependents = new long[SIZE];
    private long outliving;
    private long before;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void advance_anyWalk_keepsTheBooks(int seed) {
        Random random = new Random(seed);
        draw(random);
        Segment segment = new Segment(dependencies, dependents, outliving, before);
        assertThat(segment.ran() & before).isEqualTo(before);
        check(segment);
        while (segment.left() != 0) {
            assertThat(segment.ready()).as("something is ready").isNotZero();
            advance(segment, 1L << one(segment.ready(), random));
        }
        assertThat(segment.ready()).isZero();
        assertThat(segment.alive()).isEqualTo(Long.bitCount(outliving));
    }

    private void advance(Segment segment, long task) {
        long ran = segment.ran();
        long ready = segment.ready();
        int alive = segment.alive();
        segment.advance(task);
        long after = segment.ran();
        assertThat(after & (ran | task)).isEqualTo(ran | task);
        check(segment);
        segment.putBack(ran, ready, alive);
        check(segment);
        segment.advance(task);
        assertThat(segment.ran()).isEqualTo(after);
    }

    /** Sparse enough that much is free. Some sources ran before, and outlive nothing. */
    private void draw(Random random) {
        for (int task = 1; task < SIZE; task++) {
            for (int drawn = random.nextInt(4); drawn > 0; drawn--) {
                int dependency = random.nextInt(task);
                dependencies[task] |= 1L << dependency;
                dependents[dependency] |= 1L << task;
            }
        }
        for (int task = 0; task < SIZE; task++) {
            boolean source = dependencies[task] == 0 && dependents[task] != 0;
            before |= source && random.nextInt(3) == 0 ? 1L << task : 0;
            outliving |= random.nextInt(4) == 0 ? 1L << task : 0;
        }
        outliving &= ~before;
    }

    private static int one(long tasks, Random random) {
        long rest = tasks;
        for (int skipped = random.nextInt(Long.bitCount(tasks)); skipped > 0; skipped--) {
            rest &= rest - 1;
        }
        return Long.numberOfTrailingZeros(rest);
    }

    private void check(Segment segment) {
        long ran = segment.ran();
        long ready = 0;
        int alive = 0;
        for (int task = 0; task < SIZE; task++) {
            boolean hasRun = has(ran, task);
            boolean waits = (dependencies[task] & ~ran) != 0;
            assertThat(hasRun && waits).as("ran too early: %d", task).isFalse();
            ready |= hasRun || waits ? 0 : 1L << task;
            alive += hasRun && needed(task, ran) ? 1 : 0;
        }
        assertThat(segment.ready()).as("ready").isEqualTo(ready);
        assertThat(segment.alive()).as("alive").isEqualTo(alive);
        for (int task = 0; task < SIZE; task++) {
            assertThat(has(ready, task) && free(task, ran)).as("free: %d", task).isFalse();
        }
    }

    private boolean needed(int task, long ran) {
        return has(outliving, task) || (dependents[task] & ~ran) != 0;
    }

    /** Whether running it would leave no more results alive. */
    private boolean free(int task, long ran) {
        long after = ran | 1L << task;
        int more = needed(task, after) ? 1 : 0;
        for (int other = 0; other < SIZE; other++) {
            more -= has(ran, other) && needed(other, ran) && !needed(other, after) ? 1 : 0;
        }
        return more <= 0;
    }

    private static boolean has(long tasks, int task) {
        return (tasks >>> task & 1) != 0;
    }
}
