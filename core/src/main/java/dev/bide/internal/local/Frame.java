package dev.bide.internal.local;

import dev.bide.graph.Plan;
import dev.bide.graph.Results;
import dev.bide.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * The state of one plan in a run: results, what each task still waits for, and who still needs each result.
 *
 * <p>Memory model. A result is written with a plain store before the {@link Counts} of its dependents go down; whoever takes
 * one of these to zero sees it, and all the others. Likewise, whoever takes the uses of a result to zero knows that every
 * other user has read it, and lets it go.
 *
 * <p>In a run that may grow ({@link Growth}) a use may also be added, so there the last arrival is found by the add alone,
 * and a task that ran says so with {@link #DONE}. In a run on one thread nothing is atomic.
 */
final class Frame {
    private static final int DONE = -1;
    private static final int[] NO_ROWS = {0};

    /** How the counts of a run are taken down. */
    enum Sharing {
        /** By one thread, in an order in which nothing waits: arrivals are not counted. */
        ALONE,
        /** By several threads. */
        SHARED,
        /** By one thread or several, and results may find more users. */
        GROWING
    }

    final Plan plan;
    final int id;
    final Results results;

    /** The task whose result is this frame's root's, in the frame that was there before; nowhere for the first frame. */
    final @Nullable Frame outer;

    final int outerTask;

    private final Sharing sharing;
    private final Counts pending;
    private final Counts uses;
    private final @Nullable Spilling spilling;
    private int @Nullable [] ranks;
    private int @Nullable [] positions;

    private Frame(
            Plan plan, Sharing sharing, @Nullable Spilling spilling, int id, @Nullable Frame outer, int outerTask) {
        this.plan = plan;
        this.sharing = sharing;
        this.spilling = spilling;
        this.id = id;
        this.outer = outer;
        this.outerTask = outerTask;
        this.results = Results.none(plan.size());
        int[] arrivals = sharing == Sharing.ALONE ? NO_ROWS : plan.dependencyStart();
        this.pending = counts(arrivals, plan.dependencies());
        this.uses = counts(plan.dependentStart(), plan.dependents());
        uses.set(plan.root(), 1);
    }

    private Counts counts(int[] start, int[] rows) {
        return sharing == Sharing.SHARED ? Counts.split(start, rows) : Counts.of(start);
    }

    /** The frame that a run begins with. */
    static Frame first(Plan plan, Sharing sharing, @Nullable Spilling spilling) {
        return new Frame(plan, sharing, spilling, 0, null, 0);
    }

    /** A frame of a run that grows; its root's result is a task's of another frame. */
    static Frame more(Plan plan, int id, Frame outer, int outerTask) {
        Frame frame = new Frame(plan, Sharing.GROWING, outer.spilling, id, outer, outerTask);
        frame.holdImported();
        return frame;
    }

    /** What another frame computes is not ready before it is delivered, nor before this frame is open. */
    private void holdImported() {
        for (int i = 0; i < plan.size(); i++) {
            if (plan.imported(i)) {
                pending.set(i, 2);
            }
        }
    }

    /** Where tasks have priorities; before the first of them is queued. */
    void rankBy(int[] byTask) {
        ranks = byTask;
    }

    int rank(int task) {
        return ranks == null ? 0 : ranks[task];
    }

    /** Whether arrivals tell when a task is ready. */
    boolean counted() {
        return sharing != Sharing.ALONE;
    }

    /** A dependency of the task is there; tells whether it was the last. */
    boolean arrive(int task, int dependency) {
        return sharing == Sharing.SHARED ? pending.down(task, dependency) : pending.downByAdd(task);
    }

    /** As {@link #arrive} for what comes from another frame. */
    boolean arriveImported(int task) {
        return pending.downByAdd(task);
    }

    /** Tells whether nothing is missing; asked by the one thread of a run in order. */
    boolean complete(int task) {
        return pending.get(task) <= 0;
    }

    void markDone(int task) {
        pending.set(task, DONE);
    }

    boolean done(int task) {
        return pending.get(task) == DONE;
    }

    /** A dependent has the result; tells whether it was the last, and then lets it go. */
    boolean release(int task, int dependent) {
        boolean last = switch (sharing) {
            case ALONE -> uses.downAlone(task);
            case SHARED -> uses.down(task, dependent);
            case GROWING -> uses.downByAdd(task);
        };
        if (last) {
            letGo(task);
        }
        return last;
    }

    /** As {@link #release} by what is no task of this frame. */
    boolean releaseByOther(int task) {
        boolean last = uses.downByAdd(task);
        if (last) {
            letGo(task);
        }
        return last;
    }

    private void letGo(int task) {
        if (spilling != null) {
            spilling.letGo(results.get(task));
        }
        results.set(task, null);
    }

    /** Calls a task, with its inputs in memory for as long as that takes. */
    @Nullable
    Object call(int task) throws Exception {
        return spilling == null ? plan.call(task, results) : spilling.call(this, task);
    }

    @Nullable
    Object[] arguments(int task) {
        return spilling == null ? plan.arguments(task, results) : spilling.arguments(this, task);
    }

    /** As {@link #arguments}, with something else in place of a result that cannot be had. */
    @Nullable
    Object[] argumentsOr(int task, Object otherwise) {
        return spilling == null ? plan.arguments(task, results) : spilling.argumentsOr(this, task, otherwise);
    }

    /** Puts a result; what stands in its place in {@link #results} may be a {@link Spillable}. */
    void put(int task, @Nullable Object result) {
        results.set(task, spilling == null ? result : spilling.keep(this, task, result));
    }

    /** When a task of a run that spills comes, among those of its frame: in order, or roughly as they are numbered. */
    int position(int task) {
        if (spilling == null || !spilling.inOrder()) {
            return task;
        }
        if (positions == null) {
            positions = Order.positions(Order.of(plan));
        }
        return positions[task];
    }

    /** Gives a result to a task of another frame that imports it. */
    void give(int task, Frame to, int importer) {
        Object result = results.get(task);
        to.results.set(importer, spilling == null ? result : spilling.share(result));
    }

    /** Adds a use to a result that is not let go yet. */
    boolean retain(int task) {
        return uses.up(task);
    }

    boolean usedOnce(int task) {
        return uses.get(task) == 1;
    }
}
