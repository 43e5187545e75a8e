package dev.bide.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/**
 * A stored result, as its file's header tells of it.
 *
 * @param key what it is stored under
 * @param task the name of the task that computed it, shortened if it is long
 * @param cost how long the task took
 * @param bytes the size of its file
 * @param uses how often it has been read; about right, because processes that read at the same time may count as one
 * @param written when it was stored
 */
public record Entry(ContentKey key, String task, Duration cost, long bytes, long uses, Instant written) {
    /** The order in which entries have to go. Among those of equal worth the oldest goes first. */
    static final Comparator<Entry> LEAST_WORTH_FIRST = Comparator.comparingDouble(Entry::worth)
            .thenComparing(Entry::written)
            .thenComparing(entry -> entry.key().hex());

    /**
     * What a byte of it is worth: the nanoseconds that it has saved and would save once more. When a store is too
     * full, what is worth least goes first.
     *
     * @return cost × (uses + 1) / bytes
     */
    public double worth() {
        return Math.max(1, Header.nanos(cost)) * (uses + 1.0) / Math.max(1, bytes);
    }
}
