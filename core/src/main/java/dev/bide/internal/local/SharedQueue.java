package dev.bide.internal.local;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The ready tasks of a run on somebody else's threads: one queue under a lock, newest frame first, then in priority order.
 *
 * <p>Such threads come and go and may be thousands, so they have no deques of their own.
 */
final class SharedQueue implements Ready {
    private final PriorityQueue<Long> queue = new PriorityQueue<>(SharedQueue::compare);
    private final LocalRun<?> run;
    private volatile int size;

    SharedQueue(LocalRun<?> run) {
        this.run = run;
    }

    private static int compare(Long one, Long other) {
        int frames = Integer.compare((int) (other >>> 32), (int) (one >>> 32));
        return frames != 0 ? frames : Integer.compare(one.intValue(), other.intValue());
    }

    @Override
    public synchronized void open(Slot slot, Frame frame) {
        for (int leaf : frame.plan.leaves()) {
            queue.add(Ready.task(frame, leaf));
        }
        size = queue.size();
    }

    @Override
    public synchronized void push(Slot slot, Frame frame, int number) {
        queue.add(Ready.task(frame, number));
        size = queue.size();
    }

    /** Whoever takes a task and leaves others asks for one more thread: so they come one by one, as many as are needed. */
    @Override
    public long poll(Slot slot) {
        Long task = take();
        if (size > 0) {
            run.hands.wake(run);
        }
        return task == null ? NONE : task;
    }

    private synchronized @Nullable Long take() {
        Long task = queue.poll();
        size = queue.size();
        return task;
    }

    @Override
    public boolean hasWork() {
        return size > 0;
    }

    @Override
    public boolean runsNextAtOnce() {
        return true;
    }
}
