package dev.bide.order;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a way through a segment that never keeps more than so many results alive.
 *
 * <p>Depth first through the sets of tasks that have run, each visited once. Three cuts keep it small. Free tasks run
 * at once. What runs next is all it takes to let some result go, and nothing else: whatever else would run before
 * that could as well run after. And as soon as a set is reached that keeps no more alive than an earlier one on the
 * way to it, all else that could be done from that earlier one is forgotten, which is how Liu ("An application of
 * generalized tree pebbling to sparse matrix factorization", 1987) splits a walk at its valleys. Exponential at
 * worst, so it gives up after so many tries.
 */
final class BoundedSearch {

    private static final int NONE = -1;

    private final Segment segment;
    private final long[] goals;
    private final int limit;
    private final int budget;
    private final long[] ran;
    private final long[] ready;
    private final int[] alive;
    private final int[] reachedFrom;
    private final long[] reachedBy;
    private final int[] heightBefore;
    private final int[] stack;
    private final long[] visited;
    private int tries;
    private int found;
    private int height;

    BoundedSearch(Segment segment, int limit, int budget) {
        this.segment = segment;
        this.goals = segment.goals();
        this.limit = limit;
        this.budget = budget;
        int capacity = budget + Long.SIZE + 1;
        ran = new long[capacity];
        ready = new long[capacity];
        alive = new int[capacity];
        reachedFrom = new int[capacity];
        reachedBy = new long[capacity];
        heightBefore = new int[capacity];
        stack = new int[capacity];
        visited = new long[4 * Integer.highestOneBit(capacity)];
    }

    /**
     * What to run before all else, as sets that each lack nothing once those before and the free tasks they bring
     * have run, or null if there is no such way or it was not found in time.
     */
    long @Nullable [] search() {
        stack[height++] = record(NONE, 0);
        while (height > 0 && tries < budget) {
            int from = stack[--height];
            segment.putBack(ran[from], ready[from], alive[from]);
            if (alive[from] + Long.bitCount(segment.left()) <= limit) {
                return wayThrough(from);
            }
            expand(from);
        }
        return null;
    }

    /** How many steps were tried. */
    int tries() {
        return tries;
    }

    private void expand(int from) {
        heightBefore[from] = height;
        for (long goal : goals) {
            long lacking = goal & ~ran[from];
            if (lacking == 0 || alive[from] + Long.bitCount(lacking) > limit + 1) {
                continue;
            }
            tries++;
            segment.putBack(ran[from], ready[from], alive[from]);
            segment.advance(lacking);
            if (visit(segment.ran())) {
                int to = record(from, lacking);
                if (alive[to] <= alive[from]) {
                    height = heightBefore[firstAsHighAs(to)];
                    stack[height++] = to;
                    return;
                }
                push(to, heightBefore[from]);
            }
        }
    }

    /** Puts a set among those pushed since {@code floor} so that the one with the fewest results alive ends on top. */
    private void push(int set, int floor) {
        int at = height++;
        while (at > floor && alive[stack[at - 1]] <= alive[set]) {
            stack[at] = stack[at - 1];
            at--;
        }
        stack[at] = set;
    }

    private int firstAsHighAs(int set) {
        int first = reachedFrom[set];
        while (reachedFrom[first] != NONE && alive[reachedFrom[first]] >= alive[set]) {
            first = reachedFrom[first];
        }
        return first;
    }

    private int record(int from, long by) {
        ran[found] = segment.ran();
        ready[found] = segment.ready();
        alive[found] = segment.alive();
        reachedFrom[found] = from;
        reachedBy[found] = by;
        return found++;
    }

    private boolean visit(long set) {
        int mask = visited.length - 1;
        int at = (int) ((set * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (visited[at] != 0) {
            if (visited[at] == set) {
                return false;
            }
            at = (at + 1) & mask;
        }
        visited[at] = set;
        return true;
    }

    private long[] wayThrough(int last) {
        long[] way = new long[found];
        int at = found;
        for (int set = last; reachedFrom[set] != NONE; set = reachedFrom[set]) {
            way[--at] = reachedBy[set];
        }
        return Arrays.copyOfRange(way, at, found);
    }
}
