package dev.bide.remote;

import dev.bide.graph.Plan;
import dev.bide.order.Order;
import dev.bide.order.Ranks;
import org.jspecify.annotations.Nullable;

/** One plan of a run: the first, or one by which it grew. Its tasks have consecutive numbers in the run. */
final class Frame {
    final Plan plan;
    final int base;
    private final int[] slots;
    private final int @Nullable [] position;
    private final int @Nullable [] ranks;
    private final long basis;

    private Frame(Plan plan, int base, int[] slots, int @Nullable [] position, int @Nullable [] ranks, long basis) {
        this.plan = plan;
        this.base = base;
        this.slots = slots;
        this.position = position;
        this.ranks = ranks;
        this.basis = basis;
    }

    static Frame first(Plan plan, int[] slots) {
        int[] order = Order.of(plan);
        int[] position = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            position[order[at]] = at;
        }
        int[] ranks = plan.ranked() ? Ranks.of(plan, Integer.MAX_VALUE) : null;
        return new Frame(plan, 0, slots, position, ranks, 0);
    }

    /** What a task goes on with comes where that task came. */
    static Frame more(Plan plan, int base, int[] slots, long keyOfTask) {
        int urgency = (int) (keyOfTask >> 32);
        int[] ranks = plan.ranked() || urgency != 0 ? Ranks.of(plan, urgency) : null;
        return new Frame(plan, base, slots, null, ranks, keyOfTask & 0xFFFF_FFFFL);
    }

    /** What tasks are sorted by: rank, then place in the order. */
    long key(int task) {
        int local = task - base;
        long rank = ranks == null ? 0 : ranks[local];
        return rank << 32 | (position == null ? basis : position[local]);
    }

    /** Where the estimate of the task's name is. */
    int slot(int task) {
        return slots[plan.group(task - base)];
    }

    /** Whether what needs the task may only be begun when the driver knows what came of it: not in the same batch. */
    boolean isToldFirst(int task) {
        return plan.expands(task - base) || plan.wrapped(task - base);
    }

    int from(int task) {
        return plan.dependencyStart()[task - base];
    }

    int to(int task) {
        return plan.dependencyStart()[task - base + 1];
    }

    /** The dependency at a position between {@link #from} and {@link #to}. */
    int dependency(int at) {
        return base + plan.dependencies()[at];
    }

    int firstDependent(int task) {
        return plan.dependentStart()[task - base];
    }

    int endOfDependents(int task) {
        return plan.dependentStart()[task - base + 1];
    }

    int dependent(int at) {
        return base + plan.dependents()[at];
    }
}
