package dev.bide.internal.local;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The ready tasks of a run on a pool: a deque for each worker, and for the first frame a cursor over the tasks that wait for
 * nothing, in priority order.
 *
 * <p>A worker takes from its own deque first, the task pushed last; then what is next under the cursor; then it steals the
 * oldest task of another. So it goes deep before it starts something new, and starts new things in the order's sequence:
 * no more of the graph is open than there are workers to hold it open.
 */
final class Deques implements Ready {
    private static final int MAX_CHUNK = 32;

    private final Slot[] slots;
    private final AtomicInteger cursor = new AtomicInteger();
    private volatile int[] leaves = {};

    Deques(Slot[] slots) {
        this.slots = slots;
    }

    @Override
    public void open(Slot slot, Frame frame) {
        if (frame.id == 0) {
            leaves = frame.leaves();
            return;
        }
        int[] ready = frame.leaves();
        for (int i = ready.length - 1; i >= 0; i--) {
            slot.deque.push(Ready.task(frame, ready[i]));
        }
    }

    @Override
    public void push(Slot slot, Frame frame, int number) {
        slot.deque.push(Ready.task(frame, number));
    }

    @Override
    public long poll(Slot slot) {
        long task = slot.deque.pop();
        if (task == NONE) {
            task = nextLeaf(slot);
        }
        return task == NONE ? steal(slot) : task;
    }

    /** Takes some leaves at once, fewer towards the end, so that workers rarely meet at the cursor and end together. */
    private long nextLeaf(Slot slot) {
        int[] all = leaves;
        int at = cursor.get();
        if (at >= all.length) {
            return NONE;
        }
        int chunk = Math.max(1, Math.min(MAX_CHUNK, (all.length - at) / (16 * slots.length)));
        int from = cursor.getAndAdd(chunk);
        if (from >= all.length) {
            return NONE;
        }
        for (int i = Math.min(from + chunk, all.length) - 1; i > from; i--) {
            slot.deque.push(all[i]);
        }
        return all[from];
    }

    private long steal(Slot thief) {
        for (Slot slot : slots) {
            while (slot != thief && !slot.deque.isEmpty()) {
                long task = slot.deque.steal();
                if (task != NONE) {
                    return task;
                }
            }
        }
        return NONE;
    }

    @Override
    public boolean hasWork() {
        if (cursor.get() < leaves.length) {
            return true;
        }
        for (Slot slot : slots) {
            if (!slot.deque.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean runsNextAtOnce() {
        return true;
    }
}
