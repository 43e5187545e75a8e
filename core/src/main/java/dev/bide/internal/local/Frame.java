package dev.bide.internal.local;

import dev.bide.graph.Plan;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The state of one plan in a run: results, what each task still waits for, and who still needs each result.
 *
 * <p>Memory model. A result is written with a plain store before the counts of its dependents go down. A count goes down by
 * an atomic add, which releases that store; whoever takes a count to zero has acquired all the others' adds, and so sees
 * every result. The last one to arrive may skip the add: a count that reads 1 with acquire is its own, because nobody else
 * can take it further down, and all earlier adds are ordered before the read. The same holds for {@code uses}: whoever
 * reads 1 there, or takes it to zero, knows that every other user has read the result, and lets it go.
 *
 * <p>In a run that may grow ({@link Growth}) a use may also be added, so there the last arrival is found by the add alone,
 * and a task that ran says so with {@link #DONE}.
 */
final class Frame {
    static final VarHandle COUNTS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int DONE = -1;

    final Plan plan;
    final int id;
    final @Nullable Object[] results;

    /** The task whose result is this frame's root's, in the frame that was there before; nowhere for the first frame. */
    final @Nullable Frame outer;

    final int outerTask;

    private final int[] pending;
    private final int[] uses;

    Frame(Plan plan, int id, @Nullable Frame outer, int outerTask) {
        this.plan = plan;
        this.id = id;
        this.outer = outer;
        this.outerTask = outerTask;
        this.results = new Object[plan.size()];
        this.pending = lengths(plan.dependencyStart());
        this.uses = lengths(plan.dependentStart());
        uses[plan.root()]++;
        if (id > 0) {
            holdImported();
        }
    }

    /** What another frame computes is not ready before it is delivered, nor before this frame is open. */
    private void holdImported() {
        for (int i = 0; i < pending.length; i++) {
            if (plan.imported(i)) {
                pending[i] = 2;
            }
        }
    }

    private static int[] lengths(int[] starts) {
        int[] lengths = new int[starts.length - 1];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = starts[i + 1] - starts[i];
        }
        return lengths;
    }

    /** The tasks that wait for nothing, neither in this frame nor in another, lowest first. The same at any time. */
    int[] leaves() {
        int[] start = plan.dependencyStart();
        return IntStream.range(0, plan.size())
                .filter(i -> start[i] == start[i + 1] && !plan.imported(i))
                .toArray();
    }

    /** One dependency of the task is there; tells whether it was the last. */
    boolean arrive(int task) {
        return (int) COUNTS.getAcquire(pending, task) == 1 || (int) COUNTS.getAndAdd(pending, task, -1) == 1;
    }

    /** Tells whether nothing is missing; asked by the one thread of a run in order. */
    boolean complete(int task) {
        return (int) COUNTS.getAcquire(pending, task) <= 0;
    }

    /** As {@link #arrive}, and the count really goes to zero. */
    boolean arriveByAdd(int task) {
        return (int) COUNTS.getAndAdd(pending, task, -1) == 1;
    }

    void markDone(int task) {
        COUNTS.setVolatile(pending, task, DONE);
    }

    boolean done(int task) {
        return (int) COUNTS.getVolatile(pending, task) == DONE;
    }

    /** One dependent has the result; tells whether it was the last, and then lets it go. */
    boolean release(int task) {
        boolean last = (int) COUNTS.getAcquire(uses, task) == 1 || (int) COUNTS.getAndAdd(uses, task, -1) == 1;
        if (last) {
            results[task] = null;
        }
        return last;
    }

    /** As {@link #release} where uses may be added. */
    boolean releaseByAdd(int task) {
        boolean last = (int) COUNTS.getAndAdd(uses, task, -1) == 1;
        if (last) {
            results[task] = null;
        }
        return last;
    }

    /** Adds a use to a result that is not let go yet. */
    boolean retain(int task) {
        int seen = (int) COUNTS.getVolatile(uses, task);
        while (seen > 0) {
            int found = (int) COUNTS.compareAndExchange(uses, task, seen, seen + 1);
            if (found == seen) {
                return true;
            }
            seen = found;
        }
        return false;
    }

    boolean usedOnce(int task) {
        return (int) COUNTS.getVolatile(uses, task) == 1;
    }
}
