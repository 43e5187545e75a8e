package dev.bide.internal.local;

import dev.bide.graph.Node;

/**
 * Refuses a task that computes what needs that task again, without end: each of these runs would wait for the next until
 * there is no stack left.
 *
 * <p>A few times are let pass, for a task may end this by itself. Counted are the tasks that the calling thread is in: where
 * several threads help each other to go deeper, one of them gets there in the end.
 */
final class Recursion {
    private static final int OFTEN = 16;

    private Recursion() {}

    /** Called before a run is made: one that was begun would go on without its end being waited for. */
    @SuppressWarnings("ReferenceEquality") // equal calls are different ones
    static void refuse() {
        Slot inside = Slot.current();
        Node task = inside == null ? null : inside.runningNode();
        if (inside == null || task == null) {
            return;
        }
        int around = 0;
        for (Slot slot = inside; slot != null; slot = slot.outer()) {
            around += slot.runningNode() == task ? 1 : 0;
        }
        if (around >= OFTEN) {
            throw new IllegalStateException("the task '" + inside.runningKey() + "' is running " + around
                    + " times inside itself: it computes what needs this task again. Pass what it needs as an argument"
                    + " instead; for a loop use thenDelayed.");
        }
    }
}
