package dev.bide.benchmarks.shapes;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Times of one graph, in nanoseconds a task.
 *
 * @param build making the calls
 * @param run from asking for the root's result to having it
 * @param total both
 * @param rerun running the compiled graph again; not a number where that is not to be had
 */
record Timing(double build, double run, double total, double rerun) {
    /** The median of each column on its own. */
    static Timing median(List<Timing> timings) {
        return new Timing(
                median(timings, Timing::build),
                median(timings, Timing::run),
                median(timings, Timing::total),
                median(timings, Timing::rerun));
    }

    static <T> double median(List<T> samples, ToDoubleFunction<T> of) {
        double[] sorted = samples.stream().mapToDouble(of).toArray();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
