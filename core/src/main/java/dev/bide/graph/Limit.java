package dev.bide.graph;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A number of tasks that may be at work at the same time, in all runs together: the connections that a server grants, say.
 *
 * <pre>{@code
 * static final Limit S3 = Limit.of("s3", 8);
 *
 * var load = task(Pipeline::load).limit(S3);       // at most 8 at a time
 * }</pre>
 *
 * <p>Tasks share a limit by sharing the object; its name is for people. A task that finds all places taken waits without a
 * thread, and gets the place of the one that leaves, first come, first served. A task that runs another graph and waits for
 * it lends its place to the tasks in there, one at a time, so that they cannot wait for it.
 *
 * <p>Safe to use from any thread; each operation is O(1).
 */
public final class Limit {
    private final String name;
    private final int most;
    private final Lock lock = new ReentrantLock();
    private final Set<Runnable> waiting = new LinkedHashSet<>();
    private int taken;

    private Limit(String name, int most) {
        this.name = name;
        this.most = most;
    }

    /**
     * Makes a limit.
     *
     * @param name what it limits, for messages
     * @param most how many tasks at a time, at least one
     * @return the limit, of which nothing is taken
     * @throws IllegalArgumentException if the name is empty or the number less than one
     */
    public static Limit of(String name, int most) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a limit's name is empty: say what it limits, such as \"s3\"");
        }
        if (most < 1) {
            throw new IllegalArgumentException(
                    "Limit.of(\"" + name + "\", " + most + "): at least one task must be let through");
        }
        return new Limit(name, most);
    }

    /**
     * Gives what it limits.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Gives how many tasks may be at work at the same time.
     *
     * @return how many
     */
    public int most() {
        return most;
    }

    /**
     * Counts the tasks that have a place now.
     *
     * @return how many
     */
    public int taken() {
        return locked(() -> taken);
    }

    /**
     * Counts the tasks that wait for a place now.
     *
     * @return how many
     */
    public int waiting() {
        return locked(waiting::size);
    }

    /**
     * Takes a place, or queues for one. For schedulers.
     *
     * @param granted called once a place is there, by the thread that gave it back, unless it is withdrawn before; it must not
     *     block. Equal to itself alone
     * @return whether there was a place at once; then {@code granted} is not called
     */
    public boolean enter(Runnable granted) {
        return locked(() -> {
            boolean free = taken < most;
            if (free) {
                taken++;
            } else {
                waiting.add(granted);
            }
            return free;
        });
    }

    /**
     * Gives a place back, or on to the first who waits. For schedulers.
     */
    public void leave() {
        Runnable next = locked(this::next);
        if (next != null) {
            next.run();
        }
    }

    private @Nullable Runnable next() {
        Iterator<Runnable> first = waiting.iterator();
        if (first.hasNext()) {
            Runnable next = first.next();
            first.remove();
            return next;
        }
        taken--;
        return null;
    }

    /**
     * Waits no more. For schedulers.
     *
     * @param granted what was given to {@link #enter}
     * @return whether it was still waiting; if not, it was or is being called, and has a place
     */
    public boolean withdraw(Runnable granted) {
        return locked(() -> waiting.remove(granted));
    }

    /** Nobody waits for the lock longer than such a step takes. */
    private <T extends @Nullable Object> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    /** Shows the name and the number of tasks. */
    @Override
    public String toString() {
        return name + " (at most " + most + ")";
    }
}
