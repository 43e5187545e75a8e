package dev.bide.testkit;

/** Makes fixtures travel as if they came to another JVM, and so ask the one of this test through its port. */
public final class Elsewhere {
    private Elsewhere() {}

    /** What is to be written in the place of what is about to be written. */
    public static Object of(Object written) {
        return written instanceof Handle handle
                ? new Handle("another", handle.port(), handle.id(), handle.kind(), handle.copy())
                : written;
    }
}
