package dev.bide.diagnostics.internal.recording;

/**
 * What the tasks of one name took together.
 *
 * @param name the name
 * @param tasks how many there are
 * @param done how many gave a result
 * @param failed how many threw
 * @param skipped how many were not run because something they depend on failed
 * @param retries how many attempts beyond the first were made
 * @param nanos the sum of the times of all their attempts
 * @param p50 half of their last attempts took no longer, in nanoseconds
 * @param p95 95 of 100 took no longer, in nanoseconds
 * @param max the longest, in nanoseconds
 */
public record NameTotals(
        String name,
        long tasks,
        long done,
        long failed,
        long skipped,
        long retries,
        long nanos,
        long p50,
        long p95,
        long max) {}
