package dev.bide.benchmarks.shapes;

import dev.bide.graph.Plan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The ready tasks of a simulated run, given out as the engine's own queues do: a deque for each worker, and a cursor over
 * the tasks that wait for nothing, which are taken in stretches that grow shorter towards the end.
 */
final class Stock {
    static final int NONE = -1;

    private static final int LONGEST = 512;

    private final Plan plan;
    private final List<Deque<Integer>> deques = new ArrayList<>();
    private int cursor;
    private int queued;

    Stock(Plan plan, int workers) {
        this.plan = plan;
        for (int i = 0; i < workers; i++) {
            deques.add(new ArrayDeque<>());
        }
    }

    void push(int worker, int task) {
        deques.get(worker).addLast(task);
        queued++;
    }

    /** What a worker finds without a look at the others: what it pushed last, else the next that waits for nothing. */
    int own(int worker) {
        Deque<Integer> deque = deques.get(worker);
        if (!deque.isEmpty()) {
            queued--;
            return deque.removeLast();
        }
        int next = NONE;
        while (next == NONE && cursor < plan.size()) {
            int stretch = Math.max(1, Math.min(LONGEST, (plan.size() - cursor) / (16 * deques.size())));
            next = leaf(worker, cursor, cursor + stretch);
            cursor += stretch;
        }
        return next;
    }

    /** Gives the first that waits for nothing, and queues the others, so that the next comes first. */
    private int leaf(int worker, int from, int to) {
        int next = NONE;
        for (int i = to - 1; i >= from; i--) {
            if (plan.isLeaf(i)) {
                if (next != NONE) {
                    push(worker, next);
                }
                next = i;
            }
        }
        return next;
    }

    /** The oldest task of the first worker that has any; for one whose own deque is empty. */
    int steal() {
        if (queued == 0) {
            return NONE;
        }
        int victim = 0;
        while (deques.get(victim).isEmpty()) {
            victim++;
        }
        queued--;
        return deques.get(victim).removeFirst();
    }
}
