package dev.bide.process;

import dev.bide.schedule.Scheduler;

/** Schedulers that run tasks in child JVMs on this machine. */
public final class Processes {
    private Processes() {}

    /**
     * Starts workers with all that is chosen by default. Returns before they are up; runs wait for the first of them.
     *
     * @param workers how many, from 1 to 1024; each runs one task at a time
     * @return a scheduler over them; closing it ends them
     * @throws IllegalArgumentException if {@code workers} is less or more
     * @throws IllegalStateException if workers cannot be started from here
     */
    public static Scheduler start(int workers) {
        return workers(workers).start();
    }

    /**
     * Chooses how workers are to be, before {@link ProcessWorkers#start} starts them.
     *
     * @param workers how many, from 1 to 1024
     * @return the choice
     * @throws IllegalArgumentException if {@code workers} is less or more
     */
    public static ProcessWorkers workers(int workers) {
        return ProcessWorkers.of(workers);
    }
}
