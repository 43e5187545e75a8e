package dev.bide.benchmarks.shapes;

import java.util.function.LongUnaryOperator;

/**
 * Work that keeps a core busy for about a known time: multiplications, each waiting for the one before. No memory, no
 * calls.
 *
 * @param steps how many
 */
record Spin(long steps) implements LongUnaryOperator {
    private static final long PROBE = 2_000_000;
    private static final int PROBES = 10;

    /** Work for so many microseconds, as fast as this machine is at its best. */
    static Spin ofMicros(int micros) {
        Spin probe = new Spin(PROBE);
        long fastest = Long.MAX_VALUE;
        long digest = 1;
        for (int i = 0; i < PROBES; i++) {
            long start = System.nanoTime();
            digest = probe.applyAsLong(digest);
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        // The digest is needed, or the compiler may leave the work out; it is zero once in 2^64 times.
        return new Spin(Math.max(1, micros * 1_000L * PROBE / fastest + (digest == 0 ? 1 : 0)));
    }

    @Override
    public long applyAsLong(long digest) {
        long mixed = digest;
        for (long i = 0; i < steps; i++) {
            mixed = mixed * 0x5851F42D4C957F2DL + 0x14057B7EF767814FL;
        }
        return mixed;
    }
}
