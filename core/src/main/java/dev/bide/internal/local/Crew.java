package dev.bide.internal.local;

import dev.bide.internal.run.Deadline;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads that are at work in a run.
 *
 * <p>{@code attached} counts them: a thread counts itself and then looks whether the run was stopped, a stop sets the phase
 * and then looks at the count and at who is inside. Both are volatile, so one of the two sees the other: nobody starts a
 * task after a stop without being interrupted, and the last to leave is never missed.
 */
final class Crew {
    private final LocalRun<?> run;
    private final Slot[] slots;
    private final Queue<Slot> free = new ConcurrentLinkedQueue<>();
    private final Set<Slot> working = ConcurrentHashMap.newKeySet();
    private final AtomicInteger attached = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean helped = new AtomicBoolean();
    private long done;

    Crew(LocalRun<?> run, int workers) {
        this.run = run;
        this.slots = new Slot[workers + 1];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = new Slot(run);
        }
        for (int i = 0; i < workers; i++) {
            free.add(slots[i]);
        }
    }

    /** One slot for each worker of the pool, and a last one for a thread that waits for the run and helps. */
    Slot[] slots() {
        return slots;
    }

    /** Works until no task is ready for this slot. */
    void work(Slot slot) {
        work(slot, Deadline.NEVER);
    }

    /** Works until no task is ready for this slot, or the time has come. */
    void work(Slot slot, long deadline) {
        boolean goes = attach(slot);
        try {
            if (goes) {
                run.work(slot, deadline);
            }
        } finally {
            detach(slot);
        }
    }

    /** Comes in; must leave in any case. Tells whether there is still something to do. */
    boolean attach(Slot slot) {
        attached.incrementAndGet();
        working.add(slot);
        slot.enter();
        return !run.stopped();
    }

    void detach(Slot slot) {
        slot.leave();
        synchronized (working) {
            working.remove(slot);
            done += slot.takeDone();
        }
        try {
            if (attached.decrementAndGet() == 0 && run.stopped()) {
                run.ending.end();
            }
        } finally {
            slot.forget();
        }
    }

    /** The run was stopped: interrupts whoever is inside. */
    void expel() {
        working.forEach(Slot::interrupt);
        if (attached.get() == 0) {
            run.ending.end();
        }
    }

    /** A slot for a thread that comes and goes. There is one: no more threads are asked for than there are slots. */
    Slot claim() {
        return Objects.requireNonNull(free.poll());
    }

    void giveBack(Slot slot) {
        free.add(slot);
    }

    /** The place for a thread that helps, if no other has it. */
    @Nullable
    Slot claimHelper() {
        return helped.compareAndSet(false, true) ? helper() : null;
    }

    void returnHelper() {
        helped.set(false);
    }

    Slot helper() {
        return slots[slots.length - 1];
    }

    /** How many threads of somebody else's are at work here or asked for. */
    AtomicInteger asked() {
        return asked;
    }

    /** What is being run, as {@code key (thread)}. */
    List<String> runningKeys() {
        return working.stream()
                .filter(Slot::busy)
                .map(slot -> slot.runningKey() + " (" + slot.worker + ")")
                .sorted()
                .toList();
    }

    /** Whether there is anybody to wait for when the JVM shuts down: a task that shuts it down itself will not answer. */
    boolean mayEnd() {
        List<Slot> busy = working.stream().filter(Slot::busy).toList();
        return busy.isEmpty() || !busy.stream().allMatch(Slot::shutsDown);
    }

    long running() {
        return working.stream().filter(Slot::busy).count();
    }

    /** How many tasks have been settled: exact once the run has ended. */
    long settled() {
        synchronized (working) {
            return done + working.stream().mapToLong(Slot::done).sum();
        }
    }
}
