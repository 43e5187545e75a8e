package dev.bide.order;

import java.util.Arrays;

/**
 * A walk through at most 64 tasks, held as bits of a few numbers so that it can be put back to where it was before.
 *
 * <p>Some of the tasks may have run before the segment and only wait to be let go, and some results may outlive it.
 * Tasks are numbered dependencies first. A step and the free tasks it brings (see {@link ForwardWalk}) cost O(64) at
 * worst and mostly a few operations.
 */
final class Segment {

    private final long[] dependencies;
    private final long[] dependents;
    private final long outliving;
    private final long all;
    private long ran;
    private long ready;
    private int alive;

    /**
     * @param outliving the tasks whose results are needed after the segment
     * @param before the tasks that ran before the segment and whose results it lets go
     */
    Segment(long[] dependencies, long[] dependents, long outliving, long before) {
        this.dependencies = dependencies;
        this.dependents = dependents;
        this.outliving = outliving;
        all = -1L >>> (Long.SIZE - dependencies.length);
        ran = before;
        alive = Long.bitCount(before);
        runFreeSources();
    }

    long ran() {
        return ran;
    }

    long ready() {
        return ready;
    }

    int alive() {
        return alive;
    }

    long left() {
        return all & ~ran;
    }

    void putBack(long ran, long ready, int alive) {
        this.ran = ran;
        this.ready = ready;
        this.alive = alive;
    }

    /** Runs tasks that together lack nothing, and all that is free because of them. */
    void advance(long tasks) {
        for (long rest = tasks & ~ran; rest != 0; rest &= ~ran) {
            runWithFree(Long.numberOfTrailingZeros(rest));
        }
    }

    /**
     * All that must have run before a result can be let go or a task without dependents can run, for each of them.
     *
     * <p>Until one of these sets is through, each further task adds a result.
     */
    long[] goals() {
        long[] withAllNeeded = new long[dependencies.length];
        long[] goals = new long[dependencies.length];
        int count = 0;
        for (int task = 0; task < dependencies.length; task++) {
            withAllNeeded[task] = 1L << task;
            for (long rest = dependencies[task]; rest != 0; rest &= rest - 1) {
                withAllNeeded[task] |= withAllNeeded[Long.numberOfTrailingZeros(rest)];
            }
        }
        for (int task = 0; task < dependencies.length; task++) {
            if ((outliving >>> task & 1) == 0) {
                long goal = withAllNeeded[task];
                for (long rest = dependents[task]; rest != 0; rest &= rest - 1) {
                    goal |= withAllNeeded[Long.numberOfTrailingZeros(rest)];
                }
                goals[count++] = goal;
            }
        }
        return Arrays.stream(goals, 0, count).distinct().toArray();
    }

    private void runFreeSources() {
        for (int task = 0; task < dependencies.length; task++) {
            if ((ran >>> task & 1) == 0 && (dependencies[task] & ~ran) == 0) {
                ready |= 1L << task;
            }
        }
        for (long rest = ready; rest != 0; rest &= rest - 1) {
            int task = Long.numberOfTrailingZeros(rest);
            if ((ready >>> task & 1) != 0 && isFree(task)) {
                runWithFree(task);
            }
        }
    }

    private void runWithFree(int task) {
        long maybeFree = run(task);
        while (maybeFree != 0) {
            int next = Long.numberOfTrailingZeros(maybeFree);
            maybeFree &= maybeFree - 1;
            if ((ready >>> next & 1) != 0 && isFree(next)) {
                maybeFree |= run(next);
            }
        }
    }

    /** Runs a task and returns those that may have become free. */
    private long run(int task) {
        ran |= 1L << task;
        ready &= ~(1L << task);
        alive += isNeeded(task) ? 1 : 0;
        long maybeFree = 0;
        for (long rest = dependencies[task] & ~outliving; rest != 0; rest &= rest - 1) {
            long waiting = dependents[Long.numberOfTrailingZeros(rest)] & ~ran;
            if (waiting == 0) {
                alive--;
            } else if ((waiting & (waiting - 1)) == 0) {
                maybeFree |= waiting;
            }
        }
        for (long rest = dependents[task]; rest != 0; rest &= rest - 1) {
            int dependent = Long.numberOfTrailingZeros(rest);
            if ((dependencies[dependent] & ~ran) == 0) {
                ready |= 1L << dependent;
                maybeFree |= 1L << dependent;
            }
        }
        return maybeFree;
    }

    private boolean isFree(int task) {
        if (!isNeeded(task)) {
            return true;
        }
        for (long rest = dependencies[task] & ~outliving; rest != 0; rest &= rest - 1) {
            if ((dependents[Long.numberOfTrailingZeros(rest)] & ~ran) == 1L << task) {
                return true;
            }
        }
        return false;
    }

    private boolean isNeeded(int task) {
        return dependents[task] != 0 || (outliving >>> task & 1) != 0;
    }
}
