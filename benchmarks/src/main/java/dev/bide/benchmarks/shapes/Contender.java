package dev.bide.benchmarks.shapes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One way to build and run a graph. */
interface Contender extends AutoCloseable {
    /** How it is called in the table. */
    String name();

    /** Why it cannot run graphs of this shape and size; empty if it can. */
    default Optional<String> obstacle(Shape shape, int n) {
        return Optional.empty();
    }

    /** About how much memory it needs for a task, so that what cannot fit is not tried; not a measurement. */
    int bytesPerTask();

    /** Whether tasks may run as soon as they are made. */
    default boolean eager() {
        return false;
    }

    /** Makes the calls of a graph. */
    Built build(Blueprint graph);

    @Override
    default void close() {}

    /** A graph that has been built. It keeps what a program would keep to go on building with. */
    interface Built {
        /** Runs the graph, and gives the root's result. */
        Value run() throws Exception;

        /** The same graph made ready to be run often, or {@code null} if that is not to be had. */
        default @Nullable Built compiled() {
            return null;
        }
    }
}
