package dev.bide.remote;

import java.time.Duration;

/**
 * What can be chosen about a {@link Brain}.
 *
 * @param mostReady how many ready tasks a batch has at most
 * @param mostTasks how many tasks a batch has at most, fused dependants included
 * @param batchTime how long a batch should take at most, if it has more than one task
 * @param deaths after being at work in how many dying workers a task fails
 * @param pingEvery how often workers are asked whether they are alive
 * @param silence after how long without a word a worker is lost
 * @param backupFrom results that took so long to make are copied to a second worker
 * @param spares how many results of a run that were let go and take up to 1 KiB workers keep, so that less is made again after a loss
 * @param seed decides what is left to chance
 */
public record BrainOptions(
        int mostReady,
        int mostTasks,
        Duration batchTime,
        int deaths,
        Duration pingEvery,
        Duration silence,
        Duration backupFrom,
        int spares,
        long seed) {
    /** More than any task takes. */
    public static final Duration NEVER = Duration.ofDays(10_000);

    private static final BrainOptions DEFAULTS = new BrainOptions(
            64, 1024, Duration.ofMillis(10), 3, Duration.ofMillis(500), Duration.ofSeconds(2), NEVER, 4096, 1);

    /**
     * Checks the numbers.
     *
     * @param mostReady how many ready tasks a batch has at most
     * @param mostTasks how many tasks a batch has at most
     * @param batchTime how long a batch should take at most
     * @param deaths after being at work in how many dying workers a task fails
     * @param pingEvery how often workers are asked whether they are alive
     * @param silence after how long without a word a worker is lost
     * @param backupFrom results that took so long are copied
     * @param spares how many small results that were let go workers keep
     * @param seed decides what is left to chance
     * @throws IllegalArgumentException if a number is not positive, or workers could not answer before they are lost
     */
    public BrainOptions {
        if (mostReady < 1 || mostTasks < mostReady || deaths < 1) {
            throw new IllegalArgumentException(
                    "a batch has at least one task, and a task fails after one death or more: " + mostReady + ", "
                            + mostTasks + ", " + deaths);
        }
        if (spares < 0) {
            throw new IllegalArgumentException(spares + " results that workers keep: there may be none, or more");
        }
        if (pingEvery.isZero() || pingEvery.isNegative() || silence.compareTo(pingEvery.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException(
                    "a worker must be asked at least twice before it is lost: " + pingEvery + ", " + silence);
        }
    }

    /**
     * Gives what fits most pools.
     *
     * @return batches of up to 64 ready tasks or 10 ms, three deaths, two seconds of silence, no backups, 4,096 spare results
     */
    public static BrainOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Copies costly results to a second worker.
     *
     * @param time how long a task must take for that
     * @return options like these
     */
    public BrainOptions backupFrom(Duration time) {
        return new BrainOptions(mostReady, mostTasks, batchTime, deaths, pingEvery, silence, time, spares, seed);
    }

    /**
     * Decides what is left to chance.
     *
     * @param number the seed
     * @return options like these
     */
    public BrainOptions seed(long number) {
        return new BrainOptions(
                mostReady, mostTasks, batchTime, deaths, pingEvery, silence, backupFrom, spares, number);
    }
}
