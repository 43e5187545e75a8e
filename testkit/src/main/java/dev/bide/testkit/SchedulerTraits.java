package dev.bide.testkit;

import java.time.Duration;

/**
 * What a scheduler is like, so that the contract suite knows which situations it can bring about.
 *
 * @param parallelism how many tasks of one run can surely be at work at the same time, at least one
 * @param inThisJvm whether tasks run in this JVM, so that values travel by reference
 * @param onCallersThread whether {@code start} runs everything on the caller's thread, in exact order, and holds nothing
 *     to close
 */
public record SchedulerTraits(int parallelism, boolean inThisJvm, boolean onCallersThread) {
    /** Clocks of other JVMs are mapped to this one's by messages, which take less than that even on a busy machine. */
    private static final Duration OTHER_CLOCKS = Duration.ofMillis(5);

    /**
     * Makes traits.
     *
     * @param parallelism how many tasks at the same time
     * @param inThisJvm whether tasks run in this JVM
     * @param onCallersThread whether everything runs on the caller's thread
     * @throws IllegalArgumentException if the parallelism is less than one
     */
    public SchedulerTraits {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism " + parallelism + ": a scheduler runs at least one task");
        }
    }

    /**
     * Tells how far times that different workers took may be off each other.
     *
     * @return no time in one JVM, which has one clock
     */
    public Duration clockError() {
        return inThisJvm ? Duration.ZERO : OTHER_CLOCKS;
    }

    /**
     * Gives the traits of a scheduler that runs everything on the caller's thread.
     *
     * @return the traits
     */
    public static SchedulerTraits callersThread() {
        return new SchedulerTraits(1, true, true);
    }

    /**
     * Gives the traits of a scheduler on threads of this JVM.
     *
     * @param parallelism how many tasks at the same time
     * @return the traits
     * @throws IllegalArgumentException if the parallelism is less than one
     */
    public static SchedulerTraits threads(int parallelism) {
        return new SchedulerTraits(parallelism, true, false);
    }

    /**
     * Gives the traits of a scheduler whose tasks run in other JVMs.
     *
     * @param parallelism how many tasks at the same time
     * @return the traits
     * @throws IllegalArgumentException if the parallelism is less than one
     */
    public static SchedulerTraits otherJvms(int parallelism) {
        return new SchedulerTraits(parallelism, false, false);
    }
}
