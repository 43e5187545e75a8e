package dev.bide.remote.worker;

/**
 * What a worker is.
 *
 * @param name what people call it, and its threads
 * @param threads how many tasks it runs at a time, at least 1
 * @param loader where the classes of functions and values are looked up
 */
public record WorkerSettings(String name, int threads, ClassLoader loader) {
    /**
     * Checks that it can run something.
     *
     * @param name what people call it, and its threads
     * @param threads how many tasks it runs at a time
     * @param loader where the classes of functions and values are looked up
     * @throws IllegalArgumentException if it has no threads
     */
    public WorkerSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("worker " + name + " has " + threads + " threads: give it one or more");
        }
    }
}
