package dev.bide.internal.local;

import dev.bide.graph.Limit;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A task's place in its limit: not wanted, waited for, held.
 *
 * <p>A place is granted by the thread that gave it back, perhaps while the run is being stopped: under the lock either the
 * drop sees the grant and gives the place back, or the grant sees the drop.
 */
final class LimitPlace implements Runnable {
    /** A limit that a task holds, and what it lends to the tasks of runs that it waits for: its own place, to one at a time. */
    record Held(Limit limit, Limit lent) {}

    private final HandledTask task;
    private final @Nullable Limit asked;
    private final @Nullable Limit limit;
    private boolean held;
    private boolean dropped;

    LimitPlace(HandledTask task, @Nullable Limit asked, Map<Limit, Limit> lent) {
        this.task = task;
        this.asked = asked;
        this.limit = asked == null ? null : lent.getOrDefault(asked, asked);
    }

    /** Takes a place if there is one, or parks the task; on the caller's thread, waits. */
    boolean enter() {
        if (limit == null || isHeld()) {
            return true;
        }
        return task.run.hands.alone() ? enterWaiting(limit) : enterOrPark(limit);
    }

    private synchronized boolean isHeld() {
        return held;
    }

    private boolean enterOrPark(Limit from) {
        task.all().park(task);
        if (from.enter(this)) {
            task.all().unpark(task);
            hold();
            return true;
        }
        task.all().dropIfStopped(task);
        return false;
    }

    private synchronized void hold() {
        held = true;
    }

    private boolean enterWaiting(Limit from) {
        CountDownLatch granted = new CountDownLatch(1);
        Runnable grant = granted::countDown;
        if (!from.enter(grant)) {
            try {
                granted.await();
            } catch (InterruptedException interrupted) {
                if (!from.withdraw(grant)) {
                    from.leave();
                }
                task.run.cancelIfCallerInterrupted(true);
                return false;
            }
        }
        hold();
        return true;
    }

    /** A place was granted. */
    @Override
    public void run() {
        if (holdUnlessDropped()) {
            task.all().comeBack(task);
        } else if (limit != null) {
            limit.leave();
        }
    }

    private synchronized boolean holdUnlessDropped() {
        held = !dropped;
        return held;
    }

    /** What the slot in which the task runs has to lend. */
    @Nullable
    Held held() {
        return asked == null ? null : new Held(asked, Limit.of(asked.name(), 1));
    }

    void leave() {
        if (limit != null && letGo()) {
            limit.leave();
        }
    }

    private synchronized boolean letGo() {
        boolean had = held;
        held = false;
        return had;
    }

    /** The task comes no more. */
    void drop() {
        if (limit != null) {
            synchronized (this) {
                dropped = true;
            }
            limit.withdraw(this);
            leave();
        }
    }
}
