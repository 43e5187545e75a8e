package dev.bide.order;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a way through a segment that never keeps more than so many results alive.
 *
 * <p>Depth first through the sets of tasks that have run, each visited once. Two cuts keep it small. Free tasks run at once. And
 * as soon as a set is reached that keeps no more alive than an earlier one on the way to it, all else that could be done from
 * that earlier one is forgotten: by the argument in {@link ForwardWalk} nothing done in between is better left undone, which is
 * how Liu ("An application of generalized tree pebbling to sparse matrix factorization", 1987) splits a walk at its valleys.
 * Exponential at worst, so it gives up after so many sets.
 */
final class BoundedSearch {

    private static final int NONE = -1;

    private final Segment segment;
    private final int limit;
    private final int budget;
    private final long[] ran;
    private final long[] ready;
    private final int[] alive;
    private final int[] reachedFrom;
    private final int[] move;
    private final int[] heightBefore;
    private final int[] stack;
    private final long[] visited;
    private int found;
    private int height;

    BoundedSearch(Segment segment, int limit, int budget) {
        this.segment = segment;
        this.limit = limit;
        this.budget = budget;
        int capacity = budget + Long.SIZE;
        ran = new long[capacity];
        ready = new long[capacity];
        alive = new int[capacity];
        reachedFrom = new int[capacity];
        move = new int[capacity];
        heightBefore = new int[capacity];
        stack = new int[capacity];
        visited = new long[4 * Integer.highestOneBit(capacity)];
    }

    /** The tasks to run, in order and without the free ones, or null if there is no such way or it was not found in time. */
    int @Nullable [] search() {
        stack[height++] = record(NONE, NONE);
        while (height > 0 && found < budget) {
            int goal = expand(stack[--height]);
            if (goal != NONE) {
                return wayTo(goal);
            }
        }
        return null;
    }

    /** How many sets were visited. */
    int effort() {
        return found;
    }

    private int expand(int from) {
        if (alive[from] + 1 > limit) {
            return NONE;
        }
        heightBefore[from] = height;
        segment.putBack(ran[from], ready[from], alive[from]);
        for (long choices = segment.choices(); choices != 0; choices &= choices - 1) {
            int task = Long.numberOfTrailingZeros(choices);
            segment.putBack(ran[from], ready[from], alive[from]);
            segment.advance(task);
            if (visit(segment.ran())) {
                int to = record(from, task);
                if (segment.isDone()) {
                    return to;
                }
                if (alive[to] <= alive[from]) {
                    height = heightBefore[firstAsHighAs(to)];
                    stack[height++] = to;
                    return NONE;
                }
                push(to, heightBefore[from]);
            }
        }
        return NONE;
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

    private int record(int from, int task) {
        ran[found] = segment.ran();
        ready[found] = segment.ready();
        alive[found] = segment.alive();
        reachedFrom[found] = from;
        move[found] = task;
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

    private int[] wayTo(int goal) {
        int[] moves = new int[found];
        int at = found;
        for (int set = goal; reachedFrom[set] != NONE; set = reachedFrom[set]) {
            moves[--at] = move[set];
        }
        return Arrays.copyOfRange(moves, at, found);
    }
}
