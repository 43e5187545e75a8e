package dev.bide.benchmarks.metg;

/** Numbers drawn by what they are for, the same in every run. The mixing is that of SplitMix64. */
final class Hash {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** A number from 0 to below 1. */
    static double fraction(int... keys) {
        long hash = 0;
        for (int key : keys) {
            hash = mix(hash + GAMMA ^ key);
        }
        return (hash >>> 11) * 0x1.0p-53;
    }

    private static long mix(long bits) {
        long once = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ once >>> 27) * 0x94D049BB133111EBL;
        return twice ^ twice >>> 31;
    }
}
