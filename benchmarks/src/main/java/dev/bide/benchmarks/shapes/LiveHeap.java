package dev.bide.benchmarks.shapes;

import java.lang.management.ManagementFactory;
import java.util.Objects;

/** What this JVM holds. */
final class LiveHeap {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private LiveHeap() {}

    /** Bytes in use after a garbage collection. */
    static long bytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Bytes that the calling thread has allocated so far. */
    static long allocated() {
        return Objects.requireNonNull(THREADS)
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
