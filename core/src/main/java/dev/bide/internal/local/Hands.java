package dev.bide.internal.local;

import dev.bide.schedule.Scheduler;

/** Brings threads to a run. */
interface Hands {
    /** How many workers have a deque of their own. */
    int workers();

    /** Whether there is but the caller's thread. */
    default boolean alone() {
        return false;
    }

    /** Makes the queue that suits these threads. */
    Ready readyFor(LocalRun<?> run);

    /** There is a ready task in the run that no awake worker has promised to look for: bring one if one is free. */
    void wake(LocalRun<?> run);

    /** The scheduler that these are. */
    default Scheduler scheduler() {
        return (Scheduler) this;
    }

    /** The run needs no worker any more. */
    void part(LocalRun<?> run);
}
