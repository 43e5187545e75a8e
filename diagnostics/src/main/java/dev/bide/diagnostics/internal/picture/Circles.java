package dev.bide.diagnostics.internal.picture;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Groups that need each other, directly or not. Few groups: this takes the cube of their number. */
final class Circles {
    private final BitSet[] needs;
    private final int[] circle;

    private Circles(BitSet[] needs, int[] circle) {
        this.needs = needs;
        this.circle = circle;
    }

    static Circles of(BitSet[] needs) {
        BitSet[] reached = Arrays.stream(needs).map(BitSet::clone).toArray(BitSet[]::new);
        for (int via = 0; via < reached.length; via++) {
            for (BitSet from : reached) {
                if (from.get(via)) {
                    from.or(reached[via]);
                }
            }
        }
        int[] circle = new int[reached.length];
        for (int group = 0; group < reached.length; group++) {
            int own = group;
            circle[group] = reached[group].stream()
                    .filter(other -> other < own && reached[other].get(own))
                    .findFirst()
                    .orElse(own);
        }
        return new Circles(needs, circle);
    }

    /** Whether some groups need each other. */
    boolean any() {
        return IntStream.range(0, circle.length).anyMatch(group -> circle[group] != group);
    }

    /** The lowest of the groups that need a group and that it needs; itself if there is none. */
    int of(int group) {
        return circle[group];
    }

    boolean together(int a, int b) {
        return circle[a] == circle[b];
    }

    /** Puts the groups in an order in which each stands after all that it needs, but for those that need it too. */
    int[] inOrder() {
        int[] order = new int[needs.length];
        BitSet placed = new BitSet();
        for (int at = 0; at < order.length; at++) {
            int next = placed.nextClearBit(0);
            while (placed.get(next) || waits(next, placed)) {
                next++;
            }
            order[at] = next;
            placed.set(next);
        }
        return order;
    }

    private boolean waits(int group, BitSet placed) {
        return needs[group].stream().anyMatch(needed -> !placed.get(needed) && !together(needed, group));
    }
}
