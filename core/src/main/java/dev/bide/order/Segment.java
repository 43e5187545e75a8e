package dev.bide.order;

/**
 * A walk through at most 64 tasks, held as bits of a few numbers so that it can be put back to where it was before.
 *
 * <p>Some of the tasks may have run before the segment and only wait to be let go, and some results may outlive it. A step and
 * the free tasks it brings (see {@link ForwardWalk}) cost O(64) at worst and mostly a few operations.
 */
final class Segment {

    private final long[] dependencies;
    private final long[] dependents;
    private final long outliving;
    private final long[] twinsBefore;
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
        twinsBefore = new long[dependencies.length];
        findTwins();
        start(before);
    }

    long ran() {
        return ran;
    }

    int alive() {
        return alive;
    }

    boolean isDone() {
        return ran == all;
    }

    /** The tasks that could run next, one of each set of twins. */
    long choices() {
        long choices = 0;
        for (long rest = ready; rest != 0; rest &= rest - 1) {
            int task = Long.numberOfTrailingZeros(rest);
            if ((twinsBefore[task] & ready) == 0) {
                choices |= 1L << task;
            }
        }
        return choices;
    }

    long ready() {
        return ready;
    }

    void putBack(long ran, long ready, int alive) {
        this.ran = ran;
        this.ready = ready;
        this.alive = alive;
    }

    /** Runs a ready task and then all that is free because of it. */
    void advance(int task) {
        long maybeFree = run(task);
        while (maybeFree != 0) {
            int next = Long.numberOfTrailingZeros(maybeFree);
            maybeFree &= maybeFree - 1;
            if ((ready >>> next & 1) != 0 && isFree(next)) {
                maybeFree |= run(next);
            }
        }
    }

    private void start(long before) {
        ran = before;
        alive = Long.bitCount(before);
        long sources = 0;
        for (int task = 0; task < dependencies.length; task++) {
            if ((before >>> task & 1) == 0 && (dependencies[task] & ~before) == 0) {
                sources |= 1L << task;
            }
        }
        ready = sources;
        for (long rest = sources; rest != 0; rest &= rest - 1) {
            int task = Long.numberOfTrailingZeros(rest);
            if ((ready >>> task & 1) != 0 && isFree(task)) {
                advance(task);
            }
        }
    }

    /** Runs a task and returns those that may have become free. */
    private long run(int task) {
        ran |= 1L << task;
        ready &= ~(1L << task);
        long maybeFree = 0;
        for (long rest = dependencies[task] & ~outliving; rest != 0; rest &= rest - 1) {
            long waiting = dependents[Long.numberOfTrailingZeros(rest)] & ~ran;
            if (waiting == 0) {
                alive--;
            } else if ((waiting & (waiting - 1)) == 0) {
                maybeFree |= waiting;
            }
        }
        if (isNeeded(task)) {
            alive++;
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

    /** Tasks with the same dependencies and the same dependents: which of them runs first makes no difference. */
    private void findTwins() {
        for (int task = 0; task < dependencies.length; task++) {
            for (int twin = 0; twin < task; twin++) {
                boolean alike = dependencies[task] == dependencies[twin] && dependents[task] == dependents[twin];
                if (alike && ((outliving >>> task ^ outliving >>> twin) & 1) == 0) {
                    twinsBefore[task] |= 1L << twin;
                }
            }
        }
    }
}
