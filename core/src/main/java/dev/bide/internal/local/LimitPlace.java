package dev.bide.internal.local;

import dev.bide.graph.Limit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A task's place in its limit: not wanted, waited for, held.
 *
 * <p>A place is granted by the thread that gave it back, perhaps while the run is being stopped: the drop takes the grant back
 * from the limit, under whose lock there is one or none, and a call that comes after the drop brings nobody.
 */
final class LimitPlace implements Runnable {
    /** A limit that a task holds, and what it lends to the tasks of runs that it waits for: its own place, to one at a time. */
    record Held(Limit limit, Limit lent) {}

    private final HandledTask task;
    private final @Nullable Limit asked;
    private final @Nullable Limit limit;
    private boolean held;
    private boolean dropped;

    LimitPlace(HandledTask task, @Nullable Limit asked) {
        this.task = task;
        this.asked = asked;
        this.limit = asked == null ? null : task.run.lent.getOrDefault(asked, asked);
    }

    /**
     * What is lent to the tasks of a run that is made here: by the tasks that this thread is in the middle of, and by those that
     * wait for their runs, on whatever threads.
     */
    static Map<Limit, Limit> lentHere() {
        Map<Limit, Limit> lent = new HashMap<>();
        for (Slot slot = Slot.current(); slot != null; slot = slot.outer()) {
            Held held = slot.held;
            if (held != null) {
                lent.putIfAbsent(held.limit(), held.lent());
            }
            slot.run.lent.forEach(lent::putIfAbsent);
        }
        return Map.copyOf(lent);
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
        if (from.enter(task.run.depth, this)) {
            task.all().unpark(task);
            hold();
            return true;
        }
        if (isDropped()) {
            from.withdraw(this); // the drop came before there was anything to withdraw
        }
        task.all().dropIfStopped(task);
        return false;
    }

    private synchronized void hold() {
        held = true;
    }

    private boolean enterWaiting(Limit from) {
        Semaphore calls = new Semaphore(0);
        Runnable call = calls::release;
        try {
            while (!from.enter(task.run.depth, call)) {
                calls.acquire();
            }
        } catch (InterruptedException interrupted) {
            from.withdraw(call);
            task.run.cancelIfCallerInterrupted(true);
            return false;
        }
        hold();
        return true;
    }

    /** There may be a place. */
    @Override
    public void run() {
        if (!isDropped()) {
            task.all().comeBack(task);
        }
    }

    private synchronized boolean isDropped() {
        return dropped;
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
