package dev.bide.testkit;

import java.util.SplittableRandom;

/**
 * What goes wrong in a {@link SimulatedPool}. Where a worker dies or leaves, another comes a little later.
 *
 * @param deaths how many workers die at a moment of their own, killed or without a word
 * @param hangs how many stand still for a while, some longer than the brain is patient
 * @param leavings how many ask to leave
 * @param joins how many more come while there is work
 * @param duplicates which part of the answers comes twice
 * @param delays which part of the answers takes long
 * @param failedFetches which part of the transfers of results fails
 * @param unknown in which part of the deaths nobody can tell which tasks were at work
 * @param partial which part of the batches is answered in two parts
 */
public record Faults(
        int deaths,
        int hangs,
        int leavings,
        int joins,
        double duplicates,
        double delays,
        double failedFetches,
        double unknown,
        double partial) {
    /** Nothing goes wrong. */
    public static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Draws some. At most two workers die or hang by chance, so that a task that fails of three deaths has caused one.
     *
     * @param random where from
     * @return faults of every kind, or of some
     */
    public static Faults draw(SplittableRandom random) {
        int hangs = random.nextInt(2);
        return new Faults(
                random.nextInt(3 - hangs),
                hangs,
                random.nextInt(2),
                random.nextInt(3),
                rate(random),
                rate(random) / 10,
                rate(random),
                random.nextInt(2) == 0 ? 0 : random.nextDouble(),
                rate(random));
    }

    /**
     * Leaves out what makes answers late, for graphs whose tasks have timeouts.
     *
     * @return faults of which each is told at once
     */
    public Faults punctual() {
        return new Faults(deaths, 0, leavings, joins, duplicates, 0, failedFetches, unknown, partial);
    }

    private static double rate(SplittableRandom random) {
        return random.nextInt(2) == 0 ? 0 : random.nextDouble() * 0.2;
    }
}
