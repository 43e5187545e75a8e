package dev.bide.internal.local;

import dev.bide.order.Order;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of a run on one thread, strictly in the priority order of each frame, newest frame first.
 *
 * <p>A frame's next task may be missing something only where the graph grew: then the frame that must deliver it goes on,
 * and if that one is stuck at its own next task, the first task that is ready.
 */
final class InOrder implements Ready {
    private final LocalRun<?> run;
    private final Deque<Walk> walks = new ArrayDeque<>();

    InOrder(LocalRun<?> run) {
        this.run = run;
    }

    /** One frame's order, and how far it has been run. */
    private static final class Walk {
        final Frame frame;
        final int[] order;
        int next;

        @Nullable
        BitSet ranEarly;

        Walk(Frame frame) {
            this.frame = frame;
            this.order = Order.of(frame.plan);
        }

        boolean over() {
            while (next < order.length && ran(next)) {
                next++;
            }
            return next == order.length;
        }

        private boolean ran(int at) {
            return ranEarly != null && ranEarly.get(at);
        }

        /** The first task from {@code next} that is ready, out of order; -1 if there is none. */
        int firstReady() {
            for (int at = next; at < order.length; at++) {
                if (!ran(at) && frame.complete(order[at])) {
                    ranEarly = ranEarly == null ? new BitSet() : ranEarly;
                    ranEarly.set(at);
                    return order[at];
                }
            }
            return -1;
        }
    }

    @Override
    public void open(Slot slot, Frame frame) {
        while (!walks.isEmpty() && walks.peek().over()) {
            walks.pop();
        }
        walks.push(new Walk(frame));
    }

    @Override
    public void push(Slot slot, Frame frame, int number) {
        // The walk comes to it.
    }

    @Override
    public long poll(Slot slot) {
        if (run.cancelIfCallerInterrupted(false)) {
            return NONE;
        }
        for (Iterator<Walk> all = walks.iterator(); all.hasNext(); ) {
            Walk walk = all.next();
            if (walk.over()) {
                all.remove();
            } else if (walk.frame.complete(walk.order[walk.next])) {
                return Ready.task(walk.frame, walk.order[walk.next++]);
            }
        }
        return firstReady();
    }

    private long firstReady() {
        for (Walk walk : walks) {
            int ready = walk.firstReady();
            if (ready >= 0) {
                return Ready.task(walk.frame, ready);
            }
        }
        return NONE;
    }

    @Override
    public boolean hasWork() {
        return !walks.isEmpty();
    }

    @Override
    public boolean runsNextAtOnce() {
        return false;
    }
}
