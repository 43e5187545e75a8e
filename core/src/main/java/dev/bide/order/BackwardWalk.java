package dev.bide.order;

import org.jspecify.annotations.Nullable;

/**
 * A walk through a graph from the task that runs last to the one that runs first, that counts the results alive.
 *
 * <p>The mirror of {@link ForwardWalk}: a task may be placed once all its dependents are. Placing it calls into being
 * the results it depends on that nobody placed so far depends on, and ends its own. Where that is no increase the
 * task is <em>free</em> and placed at once, which never costs anything, for the same reason as there; it makes each
 * task run as late as its results allow. A whole walk costs O(n + e).
 */
final class BackwardWalk {

    private static final int PLACED = -1;
    private static final int QUEUED = -2;

    private final Dag dag;
    private final int[] waiting;
    private final int[] fresh;
    private final boolean[] needed;
    private final int[] free;
    private int freeCount;
    private final int[] order;
    private int left;
    private int alive;
    private int peak;
    private long sum;
    private final @Nullable Frontier frontier;

    BackwardWalk(Dag dag) {
        this(dag, null);
    }

    BackwardWalk(Dag dag, @Nullable Frontier frontier) {
        this.dag = dag;
        this.frontier = frontier;
        left = dag.size;
        waiting = new int[dag.size];
        fresh = new int[dag.size];
        needed = new boolean[dag.size];
        free = new int[dag.size];
        order = new int[dag.size];
        for (int task = 0; task < dag.size; task++) {
            waiting[task] = dag.dependentCount(task);
            fresh[task] = dag.dependencyCount(task);
        }
    }

    /** Places a ready task before all placed so far, and then all that is free because of it. */
    void advance(int task) {
        place(task);
        while (freeCount > 0) {
            place(free[--freeCount]);
        }
    }

    boolean isDone() {
        return left == 0;
    }

    boolean isPlaced(int task) {
        return waiting[task] == PLACED;
    }

    Candidate finish() {
        return new Candidate(order, peak, sum);
    }

    private void place(int task) {
        waiting[task] = PLACED;
        if (frontier != null) {
            frontier.remove(task);
        }
        order[--left] = task;
        if (needed[task]) {
            alive--;
        }
        for (int at = dag.dependencyStart[task]; at < dag.dependencyStart[task + 1]; at++) {
            int dependency = dag.dependencies[at];
            if (!needed[dependency]) {
                need(dependency);
            }
            if (--waiting[dependency] == 0) {
                if (isFree(dependency)) {
                    queue(dependency);
                } else if (frontier != null) {
                    frontier.add(dependency);
                }
            }
        }
        peak = Math.max(peak, alive);
        sum += alive;
    }

    private void need(int dependency) {
        needed[dependency] = true;
        alive++;
        for (int at = dag.dependentStart[dependency]; at < dag.dependentStart[dependency + 1]; at++) {
            int dependent = dag.dependents[at];
            fresh[dependent]--;
            if (frontier != null) {
                frontier.cheapen(dependent);
            }
            if (waiting[dependent] == 0 && isFree(dependent)) {
                queue(dependent);
            }
        }
    }

    private boolean isFree(int ready) {
        return needed[ready] ? fresh[ready] <= 1 : fresh[ready] == 0;
    }

    private void queue(int task) {
        waiting[task] = QUEUED;
        free[freeCount++] = task;
    }
}
