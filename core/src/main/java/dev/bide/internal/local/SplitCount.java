package dev.bide.internal.local;

/**
 * One count in parts, a cache line each: a task takes down the part its number falls in, and whoever empties a part takes
 * down the number of parts. Neighbours in number are mostly run by one worker, so a part is mostly one worker's.
 *
 * <p>A combining tree of two levels: Yew, Tzeng and Lawrie, "Distributing Hot-Spot Addressing in Large-Scale
 * Multiprocessors", IEEE Transactions on Computers, 1987. Whoever takes the number of parts to zero has acquired the adds of
 * all who emptied a part, and they those of the others.
 */
final class SplitCount {
    /** A count from here on is split. */
    static final int MANY = 256;

    private static final int LINE = 16;

    static final int IN_A_PART = 128;

    private final int lowest;
    private final int shift;

    /** The number of parts that are not empty stands first, then each part, all of them a line apart. */
    private final int[] counts;

    private SplitCount(int lowest, int shift, int parts) {
        this.lowest = lowest;
        this.shift = shift;
        this.counts = new int[(parts + 1) * LINE];
    }

    /** Counts the entries of one row, about so many in each part. */
    static SplitCount of(int[] rows, int from, int to, int inAPart) {
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (int p = from; p < to; p++) {
            lowest = Math.min(lowest, rows[p]);
            highest = Math.max(highest, rows[p]);
        }
        int span = highest - lowest;
        int width = Math.max(1, span / ((to - from) / inAPart));
        int shift = Integer.SIZE - Integer.numberOfLeadingZeros(width);
        SplitCount split = new SplitCount(lowest, shift, (span >> shift) + 1);
        split.count(rows, from, to);
        for (int at = LINE; at < split.counts.length; at += LINE) {
            split.counts[0] += split.counts[at] > 0 ? 1 : 0;
        }
        return split;
    }

    /** Neighbours in a row mostly fall in the same part. */
    private void count(int[] rows, int from, int to) {
        int part = LINE;
        int more = 0;
        for (int p = from; p < to; p++) {
            int next = part(rows[p]);
            if (next != part) {
                counts[part] += more;
                part = next;
                more = 0;
            }
            more++;
        }
        counts[part] += more;
    }

    private int part(int task) {
        return ((task - lowest >> shift) + 1) * LINE;
    }

    boolean down(int by) {
        return Counts.add(counts, part(by), -1) == 1 && Counts.add(counts, 0, -1) == 1;
    }
}
