package dev.bide.benchmarks.metg;

/**
 * What one length of tasks gave.
 *
 * @param iterations how long each task worked
 * @param granularity seconds of one worker a task took, all in all
 * @param flops floating point operations a second, all workers together
 */
record Point(int iterations, double granularity, double flops) {
    /** From the time of a whole run, build included. */
    static Point of(int iterations, double seconds, int tasks, int workers) {
        return new Point(iterations, seconds * workers / tasks, tasks * Kernel.flops(iterations) / seconds);
    }

    double efficiency(double peak) {
        return flops / peak;
    }
}
