package dev.bide.graph;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.WeakHashMap;
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
 * thread, and gets the place of one that leaves: those inside other tasks first, then first come, first served. A task that runs another graph and waits for
 * it lends its place to the tasks in there, one at a time, so that they cannot wait for it.
 *
 * <p>Safe to use from any thread; each operation is O(log n) in those that wait.
 */
@SuppressWarnings("serial") // what is sent is a name for it
public final class Limit implements Serializable {
    /** Those that have been sent to another JVM or come from there, each by an id of its own: one that comes back is the same. */
    private static final Map<Limit, String> SENT = new WeakHashMap<>();

    private static final Lock SENDING = new ReentrantLock();

    private final String name;
    private final int most;
    private final Lock lock = new ReentrantLock();
    private final NavigableSet<Turn> order = new TreeSet<>();
    private final Map<Runnable, Turn> waiting = new HashMap<>();
    private final Map<Runnable, Turn> granted = new LinkedHashMap<>();
    private int taken;
    private long turns;

    /** Who waits, or has waited. Those inside other tasks come first, for these cannot end before them. */
    private record Turn(int depth, long number, Runnable call) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            return depth == other.depth ? Long.compare(number, other.number) : Integer.compare(other.depth, depth);
        }
    }

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
     * @param call called when there may be a place, by the thread that gave it back, so that {@code enter} is asked again; it must
     *     not block. Equal to itself alone
     * @return whether it has a place now; if not, it waits to be called
     */
    public boolean enter(Runnable call) {
        return enter(0, call);
    }

    /**
     * Takes a place, or queues for one, inside other tasks. For schedulers.
     *
     * <p>A place that was granted and not entered is taken over by who is deeper: the thread that should enter may be the one
     * that waits for that. So nobody waits for a place that nobody uses.
     *
     * @param depth in how many other tasks the task is
     * @param call called when there may be a place
     * @return whether it has a place now; if not, it waits to be called
     */
    public boolean enter(int depth, Runnable call) {
        return locked(() -> {
            boolean has = granted.remove(call) != null || takesFree() || takesOver(depth);
            if (!has && !waiting.containsKey(call)) {
                Turn turn = new Turn(depth, turns++, call);
                waiting.put(call, turn);
                order.add(turn);
            }
            return has;
        });
    }

    private boolean takesFree() {
        boolean free = taken < most;
        taken += free ? 1 : 0;
        return free;
    }

    /** Whoever loses its place so will ask again, for it was called. O(places). */
    private boolean takesOver(int depth) {
        return granted.values().stream()
                .filter(turn -> turn.depth < depth)
                .max(Comparator.naturalOrder())
                .map(turn -> granted.remove(turn.call))
                .isPresent();
    }

    /**
     * Gives a place back: it is granted to who waits deepest, and there to the first. For schedulers.
     */
    public void leave() {
        call(locked(this::next));
    }

    private static void call(@Nullable Turn next) {
        if (next != null) {
            next.call.run();
        }
    }

    private @Nullable Turn next() {
        Turn next = order.pollFirst();
        if (next == null) {
            taken--;
        } else {
            waiting.remove(next.call);
            granted.put(next.call, next);
        }
        return next;
    }

    /**
     * Waits no more, and gives back a place that was granted and not entered. For schedulers.
     *
     * @param call what was given to {@link #enter}; it may be being called
     */
    public void withdraw(Runnable call) {
        call(locked(() -> {
            Turn turn = waiting.remove(call);
            if (turn != null) {
                order.remove(turn);
            }
            return granted.remove(call) == null ? null : next();
        }));
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

    /** A limit on its way. */
    private record Sent(String id, String name, int most) implements Serializable {
        Object readResolve() {
            return sending(() -> SENT.entrySet().stream()
                    .filter(known -> known.getValue().equals(id))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseGet(this::made));
        }

        private Limit made() {
            Limit limit = of(name, most);
            SENT.put(limit, id);
            return limit;
        }
    }

    private Object writeReplace() {
        return sending(() ->
                new Sent(SENT.computeIfAbsent(this, unsent -> UUID.randomUUID().toString()), name, most));
    }

    private static <T> T sending(Supplier<T> step) {
        SENDING.lock();
        try {
            return step.get();
        } finally {
            SENDING.unlock();
        }
    }

    /** Shows the name and the number of tasks. */
    @Override
    public String toString() {
        return name + " (at most " + most + ")";
    }
}
