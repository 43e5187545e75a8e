package dev.bide.order;

/**
 * An order worth considering: the tasks as they run, the most results alive and the sum of the results alive over the
 * walk.
 *
 * <p>Comparing two costs O(1).
 */
record Candidate(int[] order, int peak, long sum) {

    /** The better of the two; this one when they are equally good. */
    Candidate orBetter(Candidate other) {
        boolean better = other.peak < peak || (other.peak == peak && other.sum < sum);
        return better ? other : this;
    }
}
