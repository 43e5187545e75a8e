package dev.bide.internal.local;

import dev.bide.schedule.Spill;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the results that a run has in memory under a bound: before a task is called, those that are needed last are put away
 * until the others fit. A task's inputs are in memory and stay there while it is called.
 *
 * <p>Room is made before calls and not after them, because a call's result may be the last use of its inputs, which are let
 * go a moment later. So what is in memory at any time is at most the bound, the inputs of the calls at work, and one new
 * result for each of these.
 *
 * <p>This object's lock guards what is known of the results, and is held for moments only. {@code writing} is held by the one
 * thread that puts results away; others that need room wait for it. A value goes out of memory only when it is put away, nobody
 * has pinned it since, and under the lock; so whoever has pinned it and then sees it has it.
 */
final class Spilling {
    /** Results that take less are not counted: to keep account of them would take as much. */
    private static final long COUNTED = 1024;

    private final Spill spill;
    private final long counted;
    private final boolean inOrder;
    private final Spill.Area area;
    private final ReentrantLock writing = new ReentrantLock();
    private final TreeSet<Spillable> idle = new TreeSet<>(Spillable.BY_NEXT_USE);
    private final AtomicLong lastId = new AtomicLong();
    private long live;
    private volatile boolean over;

    private Spilling(Spill spill, boolean inOrder) {
        this.spill = spill;
        this.counted = Math.min(COUNTED, spill.least());
        this.inOrder = inOrder;
        this.area = spill.open();
    }

    /**
     * Nothing at all where a run keeps all results in memory.
     *
     * @param inOrder whether tasks run exactly in the priority order
     */
    static @Nullable Spilling of(@Nullable Spill spill, boolean inOrder) {
        return spill == null ? null : new Spilling(spill, inOrder);
    }

    boolean inOrder() {
        return inOrder;
    }

    // ---------------------------------------------------------------- results come and go

    /** Takes in a result; gives what stands for it. A root's is about to be given on or out. */
    @Nullable
    Object keep(Frame frame, int task, @Nullable Object result) {
        boolean known = result instanceof Spillable || result instanceof Failures.Missing;
        if (result == null || known || over || task == frame.plan.root()) {
            return result;
        }
        long bytes = bytes(result);
        if (bytes < counted) {
            return result;
        }
        Spillable kept = new Spillable(lastId.incrementAndGet(), frame, task, result, bytes);
        kept.stays = bytes < spill.least();
        count(kept);
        return kept;
    }

    private synchronized void count(Spillable kept) {
        live += kept.bytes;
        rest(kept);
    }

    private long bytes(Object result) {
        long seen = ResultSize.of(result);
        try {
            return seen < 0 ? area.bytes(result) : seen;
        } catch (Throwable unmeasured) {
            return -1;
        }
    }

    /** One frame more has the result. */
    @Nullable
    Object share(@Nullable Object result) {
        if (result instanceof Spillable shared) {
            countFrame(shared);
        }
        return result;
    }

    private synchronized void countFrame(Spillable shared) {
        shared.frames++;
    }

    /** One frame less has it. */
    void letGo(@Nullable Object result) {
        if (result instanceof Spillable kept) {
            Spill.Piece away = lettingGo(kept);
            if (away != null) {
                away.drop();
            }
        }
    }

    private synchronized Spill.@Nullable Piece lettingGo(Spillable kept) {
        if (--kept.frames > 0) {
            return null;
        }
        idle.remove(kept);
        if (kept.pins == 0) {
            forget(kept);
        }
        Spill.Piece away = kept.piece;
        kept.piece = null;
        return away;
    }

    /** Under the lock. */
    private void forget(Spillable kept) {
        if (kept.value != null) {
            kept.value = null;
            live -= kept.bytes;
        }
    }

    /** Under the lock: no call has it as an argument, so it may be put away. */
    private void rest(Spillable kept) {
        if (kept.value != null && (kept.piece != null || !kept.stays && !over)) {
            idle.add(kept);
        }
    }

    // ---------------------------------------------------------------- calls

    @Nullable
    Object call(Frame frame, int task) throws Exception {
        if (frame.plan.imported(task)) {
            return imported(frame, task);
        }
        @Nullable Object[] inputs = inputs(frame, task);
        pin(inputs);
        try {
            makeRoom();
            return frame.plan.call(task, frame.plan.argumentsFrom(task, values(inputs, this::value)));
        } finally {
            unpin(frame, task, inputs);
        }
    }

    /** What another frame computes stands for itself here, too; but what a root gives on is the value. */
    private @Nullable Object imported(Frame frame, int task) {
        Object result = frame.results.get(task);
        if (task != frame.plan.root() || !(result instanceof Spillable)) {
            return result;
        }
        Object[] one = {result};
        pin(one);
        try {
            return values(one, this::value)[0];
        } finally {
            unpin(frame, task, one);
            letGo(result);
        }
    }

    @Nullable
    Object[] arguments(Frame frame, int task) {
        return arguments(frame, task, this::value);
    }

    /** The arguments, with something else in place of what cannot be read. */
    @Nullable
    Object[] argumentsOr(Frame frame, int task, Object otherwise) {
        return arguments(frame, task, kept -> {
            try {
                return value(kept);
            } catch (RuntimeException unreadable) {
                say("a result that was asked for is lost", unreadable);
                return otherwise;
            }
        });
    }

    private @Nullable Object[] arguments(Frame frame, int task, Function<Spillable, Object> value) {
        @Nullable Object[] inputs = inputs(frame, task);
        pin(inputs);
        try {
            return frame.plan.argumentsFrom(task, values(inputs, value));
        } finally {
            unpin(frame, task, inputs);
        }
    }

    private static @Nullable Object[] inputs(Frame frame, int task) {
        int[] start = frame.plan.dependencyStart();
        return Arrays.stream(frame.plan.dependencies(), start[task], start[task + 1])
                .mapToObj(frame.results::get)
                .toArray();
    }

    private synchronized void pin(@Nullable Object[] inputs) {
        for (Object input : inputs) {
            if (input instanceof Spillable kept) {
                kept.pins++;
                idle.remove(kept);
            }
        }
    }

    private synchronized void unpin(Frame frame, int task, @Nullable Object[] inputs) {
        for (Object input : inputs) {
            if (input instanceof Spillable kept && --kept.pins == 0) {
                kept.used(frame, task);
                if (kept.frames == 0) {
                    forget(kept);
                } else {
                    rest(kept);
                }
            }
        }
    }

    private static @Nullable Object[] values(@Nullable Object[] inputs, Function<Spillable, Object> value) {
        return Arrays.stream(inputs)
                .map(input -> input instanceof Spillable kept ? value.apply(kept) : input)
                .toArray();
    }

    /** The value of what is pinned. */
    private Object value(Spillable kept) {
        Object there = inMemory(kept);
        if (there != null) {
            return there;
        }
        kept.reading.lock();
        try {
            there = inMemory(kept);
            return there != null ? there : read(kept);
        } finally {
            kept.reading.unlock();
        }
    }

    private synchronized @Nullable Object inMemory(Spillable kept) {
        return kept.value;
    }

    private Object read(Spillable kept) {
        reserve(kept.bytes);
        makeRoom();
        Object value = null;
        try {
            value = piece(kept).fetch();
            return value;
        } catch (IOException | RuntimeException failure) {
            throw new IllegalStateException(kept.unreadable(), failure);
        } finally {
            isRead(kept, value);
        }
    }

    private synchronized void reserve(long bytes) {
        live += bytes;
    }

    private synchronized void isRead(Spillable kept, @Nullable Object value) {
        kept.value = value;
        live -= value == null ? kept.bytes : 0;
    }

    private synchronized Spill.Piece piece(Spillable kept) {
        return Objects.requireNonNull(kept.piece, "nobody needs it any more");
    }

    // ---------------------------------------------------------------- putting away

    /** Puts results away until the others fit, as far as there are any that no call has as an argument. */
    private void makeRoom() {
        if (fits()) {
            return;
        }
        writing.lock();
        try {
            for (Spillable next = neededLast(); next != null; next = neededLast()) {
                putAway(next);
            }
        } finally {
            writing.unlock();
        }
    }

    private synchronized boolean fits() {
        return live <= spill.bound();
    }

    /** Takes out the next to be put away. What is there already just leaves memory. */
    private synchronized @Nullable Spillable neededLast() {
        while (live > spill.bound() && !idle.isEmpty()) {
            Spillable last = Objects.requireNonNull(idle.pollLast());
            if (last.piece == null) {
                return last;
            }
            forget(last);
        }
        return null;
    }

    private void putAway(Spillable kept) {
        Object value = inMemory(kept);
        Spill.Piece piece = null;
        if (value != null) {
            try {
                piece = area.put(value);
            } catch (IOException broken) {
                stop(broken);
            } catch (Throwable unwritable) {
                // What its author's code threw says that this one stays.
            }
        }
        Spill.Piece unneeded = isAway(kept, piece);
        if (unneeded != null) {
            unneeded.drop();
        }
    }

    /** Meanwhile it may have been pinned, then it stays in memory; or let go, then nobody needs the piece. */
    private synchronized Spill.@Nullable Piece isAway(Spillable kept, Spill.@Nullable Piece piece) {
        if (kept.frames == 0) {
            return piece;
        }
        kept.piece = piece;
        kept.stays = piece == null;
        if (kept.pins == 0) {
            idle.remove(kept);
            if (piece != null) {
                forget(kept);
            }
        }
        return null;
    }

    /** Nothing more is put away; what is away can still be read. */
    private void stop(IOException broken) {
        if (stop()) {
            say(
                    "no more results are put out of memory in this run, which goes on with all in memory."
                            + " Make room where they go, or spill elsewhere",
                    broken);
        }
    }

    /** Tells whether that is new. */
    private synchronized boolean stop() {
        boolean first = !over;
        over = true;
        idle.removeIf(kept -> kept.piece == null);
        return first;
    }

    /** The run is over. */
    void close() {
        stop();
        try {
            area.close();
        } catch (RuntimeException uncleared) {
            say("results that were put out of memory could not be deleted", uncleared);
        }
    }

    private static void say(String what, Throwable why) {
        try {
            System.getLogger("dev.bide").log(Level.WARNING, what, why);
        } catch (Throwable unlogged) {
            why.addSuppressed(unlogged);
        }
    }
}
