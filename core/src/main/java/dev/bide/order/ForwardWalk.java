package dev.bide.order;

import org.jspecify.annotations.Nullable;

/**
 * A walk through a graph from its first task to its last, one task at a time, that counts the results alive.
 *
 * <p>A ready task that lets go at least as many results as it makes is <em>free</em>. Running free tasks at once
 * never costs anything: the number of results alive after a set of tasks is a submodular function of that set, so if
 * adding tasks A to what has run does not raise it now, adding A to any later state does not raise it either. A whole
 * walk costs O(n + e).
 */
final class ForwardWalk {

    private static final int RAN = -1;
    private static final int QUEUED = -2;

    /** Added to what a task misses while it alone waits for some result alive, so that it will be free once ready. */
    private static final int SOLE = 1 << 30;

    private final Dag dag;
    private final @Nullable Frontier frontier;
    private final int[] missing;
    /** For each task how many of its dependents have not run, and then the exclusive or of them all. */
    private final int[] waiting;

    private final int[] free;
    private int freeCount;
    private final int[] order;
    private int ran;
    private int alive;
    private int peak;
    private long sum;

    ForwardWalk(Dag dag) {
        this(dag, null);
    }

    /** @param frontier where to keep the tasks that use a result alive, by what they lack */
    ForwardWalk(Dag dag, @Nullable Frontier frontier) {
        this.dag = dag;
        this.frontier = frontier;
        missing = new int[dag.size];
        waiting = new int[2 * dag.size];
        free = new int[dag.size];
        order = new int[dag.size];
        for (int task = 0; task < dag.size; task++) {
            missing[task] = dag.dependencyCount(task);
            int end = dag.dependentStart[task + 1];
            int together = 0;
            for (int at = dag.dependentStart[task]; at < end; at++) {
                together ^= dag.dependents[at];
            }
            waiting[2 * task] = end - dag.dependentStart[task];
            waiting[2 * task + 1] = together;
        }
    }

    /** Runs a ready task and then all that is free because of it. */
    void advance(int task) {
        run(task);
        while (freeCount > 0) {
            run(free[--freeCount]);
        }
    }

    boolean hasRun(int task) {
        return missing[task] == RAN;
    }

    boolean isReady(int task) {
        return missing[task] == 0;
    }

    int ran() {
        return ran;
    }

    int taskAt(int place) {
        return order[place];
    }

    Candidate finish() {
        return new Candidate(order, peak, sum);
    }

    private void run(int task) {
        missing[task] = RAN;
        order[ran++] = task;
        if (frontier != null) {
            frontier.remove(task);
        }
        if (waiting[2 * task] > 0) {
            alive++;
        }
        for (int at = dag.dependencyStart[task + 1] - 1; at >= dag.dependencyStart[task]; at--) {
            letGo(dag.dependencies[at], task);
        }
        peak = Math.max(peak, alive);
        sum += alive;
        int sole = waiting[2 * task] == 1 ? SOLE : 0;
        for (int at = dag.dependentStart[task + 1] - 1; at >= dag.dependentStart[task]; at--) {
            supply(dag.dependents[at], sole);
        }
    }

    /** With all dependents still waiting kept as one exclusive or, the last of them is known without a search. */
    private void letGo(int dependency, int by) {
        int left = --waiting[2 * dependency];
        int last = waiting[2 * dependency + 1] ^= by;
        if (left == 0) {
            alive--;
        } else if (left == 1) {
            if (frontier != null) {
                frontier.cheapen(last);
            }
            if (missing[last] == 0) {
                queue(last);
            } else {
                missing[last] |= SOLE;
            }
        }
    }

    private void supply(int dependent, int sole) {
        if (frontier != null) {
            frontier.cheapen(dependent);
            frontier.add(dependent);
        }
        int left = (missing[dependent] - 1) | sole;
        missing[dependent] = left;
        if (left == SOLE || (left == 0 && waiting[2 * dependent] == 0)) {
            queue(dependent);
        }
    }

    private void queue(int task) {
        missing[task] = QUEUED;
        free[freeCount++] = task;
    }
}
