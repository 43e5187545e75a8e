package dev.bide.internal.run;

import dev.bide.graph.Act1;
import org.jspecify.annotations.Nullable;

/**
 * A procedure that is always called in the JVM where the graph was built, wherever its argument is made.
 *
 * @param <T> type of the argument
 */
public interface Home<T extends @Nullable Object> extends Act1<T> {
    /**
     * Takes an argument that another JVM has made. Quick, and never waits.
     *
     * @param argument the argument
     * @param taken called when it does not lie here any more
     */
    void bring(T argument, Runnable taken);
}
