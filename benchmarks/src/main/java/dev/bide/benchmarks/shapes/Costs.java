package dev.bide.benchmarks.shapes;

import dev.bide.graph.Plan;

/**
 * What a simulated run costs, in nanoseconds.
 *
 * @param serial for each task, on one core before the run: building the graph, making its plan and its counts
 * @param compiled the same for a graph that is compiled: its counts alone
 * @param run for each task, to run it and to tell its dependents
 * @param steal to take a task from another worker, or to wake one
 * @param grain work in each task
 */
record Costs(long serial, long compiled, long run, long steal, long grain) {
    /** Making the list of many arguments is a task for the engine, but none that works. */
    long of(Plan plan, int task) {
        return plan.gathers(task) ? run : run + grain;
    }

    @Override
    public String toString() {
        return "ns a task before a cold run " + serial + ", before a compiled one " + compiled + ", to run it " + run
                + "; ns a steal or a wake-up " + steal;
    }
}
