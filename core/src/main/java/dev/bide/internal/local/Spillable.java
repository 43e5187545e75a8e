package dev.bide.internal.local;

import dev.bide.schedule.Spill;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a result that may be put out of memory. The same object stands for it from when it is there until it is let
 * go, in all frames, so that whoever reads it need not know where the value is at the moment.
 *
 * <p>What changes is used under the lock of {@link Spilling}.
 */
final class Spillable {
    /** The one whose next use is furthest away comes last. */
    static final Comparator<Spillable> BY_NEXT_USE =
            Comparator.<Spillable>comparingLong(each -> each.nextUse).thenComparingLong(each -> each.id);

    /** No use is known, so there may be one at once, in another frame or out of order; or none, and it is let go at once. */
    private static final long NOW = Long.MIN_VALUE;

    final long bytes;

    /** Held by the one who reads the value back, so that it is read once. */
    final ReentrantLock reading = new ReentrantLock();

    /** The value, while it is in memory. */
    @Nullable
    Object value;

    /** The value out of memory; it stays there when it is read, to be put out of memory again for nothing. */
    Spill.@Nullable Piece piece;

    /** How many calls at work have it as an argument. */
    int pins;

    /** How many frames have it among their results. */
    int frames = 1;

    /** Whether it is not to be put out of memory. */
    boolean stays;

    private final long id;
    private final Frame frame;
    private final int task;
    private final int[] uses;
    private long nextUse;

    /**
     * A result that is in memory.
     *
     * @param id tells those of a run apart
     */
    Spillable(long id, Frame frame, int task, Object value, long bytes) {
        this.id = id;
        this.frame = frame;
        this.task = task;
        this.value = value;
        this.bytes = bytes;
        int[] start = frame.plan.dependentStart();
        this.uses = IntStream.range(start[task], start[task + 1])
                .map(at -> frame.position(frame.plan.dependents()[at]))
                .sorted()
                .toArray();
        this.nextUse = at(0);
    }

    /** A task has used it. To be asked only while it is in no sorted set: it changes its place. */
    void used(Frame by, int user) {
        int from = by == frame ? frame.position(user) + 1 : Integer.MAX_VALUE;
        int found = Arrays.binarySearch(uses, from);
        nextUse = at(found < 0 ? -found - 1 : found);
    }

    /** What a graph has grown by comes before the rest of it. */
    private long at(int use) {
        if (use >= uses.length) {
            return NOW;
        }
        return frame.outer == null ? uses[use] : uses[use] - (1L << Integer.SIZE);
    }

    /** What a task is told that needs it where it cannot be read. */
    String unreadable() {
        return "the result of " + frame.plan.key(task) + " was put out of memory and could not be read back";
    }
}
