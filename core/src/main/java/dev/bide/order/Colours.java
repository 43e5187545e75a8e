package dev.bide.order;

/**
 * A number for each task that tells tasks apart by where they stand in the graph and never by how they are numbered.
 *
 * <p>Colour refinement (Weisfeiler and Leman 1968), made quick by following the order of the graph: one sweep carries
 * a change all the way from the first task to the last, the next carries it back. O(n + e) a round of two sweeps; it
 * ends with the round that tells no more tasks apart than the one before.
 */
final class Colours {

    private final Dag dag;
    private final int[] dependenciesFirst;
    private final long[] colours;

    private Colours(Dag dag, int[] dependenciesFirst, long[] colours) {
        this.dag = dag;
        this.dependenciesFirst = dependenciesFirst;
        this.colours = colours;
    }

    static long[] of(Dag dag, int[] dependenciesFirst, int mostRounds) {
        Colours refinement = new Colours(dag, dependenciesFirst, new long[dag.size]);
        refinement.refine(mostRounds);
        return refinement.colours;
    }

    private void refine(int mostRounds) {
        int distinct = 1;
        for (int round = 0; round < mostRounds; round++) {
            sweep();
            int now = round == mostRounds - 1 ? 0 : countDistinct();
            if (now == distinct || now == dag.size) {
                return;
            }
            distinct = now;
        }
    }

    private void sweep() {
        for (int at = 0; at < dag.size; at++) {
            recolour(dependenciesFirst[at], dag.dependencyStart, dag.dependencies);
        }
        for (int at = dag.size - 1; at >= 0; at--) {
            recolour(dependenciesFirst[at], dag.dependentStart, dag.dependents);
        }
    }

    private void recolour(int task, int[] start, int[] neighbours) {
        long sum = 1;
        for (int at = start[task]; at < start[task + 1]; at++) {
            sum += colours[neighbours[at]];
        }
        colours[task] = mix(colours[task] * 0x9E3779B97F4A7C15L + sum);
    }

    private int countDistinct() {
        long[] table = new long[4 * Integer.highestOneBit(dag.size)];
        int mask = table.length - 1;
        int distinct = 0;
        for (long colour : colours) {
            int at = (int) colour & mask;
            while (table[at] != 0 && table[at] != colour) {
                at = (at + 1) & mask;
            }
            if (table[at] == 0) {
                table[at] = colour;
                distinct++;
            }
        }
        return distinct;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
