package dev.bide.internal.local;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The ready tasks of a run on a pool: a deque for each worker, and for the first frame a cursor over the tasks that wait for
 * nothing, in priority order.
 *
 * <p>A worker takes from its own deque first, the task pushed last; then what is next under the cursor; then it steals the
 * oldest task of another. Tasks that were parked come back through a queue of their own, from whatever thread. So it goes deep before it starts something new, and starts new things in the order's sequence:
 * no more of the graph is open than there are workers to hold it open.
 */
final class Deques implements Ready {
    private static final int LONGEST = 512;

    private static final int LOOKS = 100;

    private final Slot[] slots;
    private final AtomicInteger cursor = new AtomicInteger();
    private final Queue<Long> back = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Frame first;

    Deques(Slot[] slots) {
        this.slots = slots;
    }

    @Override
    public void open(Slot slot, Frame frame) {
        if (frame.id == 0) {
            first = frame;
            return;
        }
        int[] ready = frame.plan.leaves();
        for (int i = ready.length - 1; i >= 0; i--) {
            slot.deque.push(Ready.task(frame, ready[i]));
        }
    }

    @Override
    public void push(Slot slot, Frame frame, int number) {
        slot.deque.push(Ready.task(frame, number));
    }

    @Override
    public void give(long task) {
        back.add(task);
    }

    /** Looks again for a moment before it gives up: coming back to a run costs more than most tasks take. */
    @Override
    public long poll(Slot slot) {
        long task = slot.deque.pop();
        if (task == NONE) {
            task = cameBack();
        }
        if (task == NONE) {
            task = nextLeaf(slot);
        }
        for (int i = 0; task == NONE && i < LOOKS && !slot.run.stopped(); i++) {
            task = steal(slot);
            if (task == NONE) {
                Thread.onSpinWait();
            }
        }
        return task;
    }

    private long cameBack() {
        Long task = back.poll();
        return task == null ? NONE : task;
    }

    /**
     * Takes a stretch of the first frame, and of it those that wait for nothing. Stretches are shorter towards the end, so that
     * workers rarely meet at the cursor and end together.
     */
    private long nextLeaf(Slot slot) {
        Frame frame = first;
        if (frame == null) {
            return NONE;
        }
        int size = frame.plan.size();
        for (int at = cursor.get(); at < size; at = cursor.get()) {
            int stretch = Math.max(1, Math.min(LONGEST, (size - at) / (16 * slots.length)));
            int from = cursor.getAndAdd(stretch);
            long found = leaf(slot, frame, from, Math.min(from + stretch, size));
            if (found != NONE) {
                return found;
            }
        }
        return NONE;
    }

    /** Gives the first that waits for nothing, and queues the others, so that the next comes first. */
    private static long leaf(Slot slot, Frame frame, int from, int to) {
        long next = NONE;
        for (int i = to - 1; i >= from; i--) {
            if (frame.plan.isLeaf(i)) {
                if (next != NONE) {
                    slot.deque.push(next);
                }
                next = i;
            }
        }
        return next;
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
        Frame frame = first;
        if (frame != null && cursor.get() < frame.plan.size()) {
            return true;
        }
        for (Slot slot : slots) {
            if (!slot.deque.isEmpty()) {
                return true;
            }
        }
        return !back.isEmpty();
    }

    @Override
    public boolean runsNextAtOnce() {
        return true;
    }
}
