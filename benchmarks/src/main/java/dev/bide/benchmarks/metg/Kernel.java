package dev.bide.benchmarks.metg;

/**
 * The work of a task: each of 64 doubles becomes {@code a * a + a}, again and again, then all are multiplied.
 *
 * <p>The doubles go through the registers in blocks of eight, enough to keep two units for fused multiply-add busy.
 * They start between -1 and 0 and stay there, so that none overflows and the product is a number.
 */
final class Kernel {
    private static final int SIZE = 64;
    private static final int BLOCK = 8;
    private static final double[] START = new double[SIZE];

    static {
        for (int i = 0; i < SIZE; i++) {
            START[i] = -(i + 1) / (SIZE + 1.0);
        }
    }

    private Kernel() {}

    /** How many floating point operations that is. */
    static double flops(int iterations) {
        return 2.0 * SIZE * iterations + SIZE;
    }

    static double run(int iterations) {
        double product = 1;
        for (int block = 0; block < SIZE; block += BLOCK) {
            product *= block(iterations, block);
        }
        return product;
    }

    private static double block(int iterations, int from) {
        double a = START[from];
        double b = START[from + 1];
        double c = START[from + 2];
        double d = START[from + 3];
        double e = START[from + 4];
        double f = START[from + 5];
        double g = START[from + 6];
        double h = START[from + 7];
        for (int i = 0; i < iterations; i++) {
            a = Math.fma(a, a, a);
            b = Math.fma(b, b, b);
            c = Math.fma(c, c, c);
            d = Math.fma(d, d, d);
            e = Math.fma(e, e, e);
            f = Math.fma(f, f, f);
            g = Math.fma(g, g, g);
            h = Math.fma(h, h, h);
        }
        return a * b * (c * d) * (e * f * (g * h));
    }
}
