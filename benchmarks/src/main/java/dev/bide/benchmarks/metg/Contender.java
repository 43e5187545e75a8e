package dev.bide.benchmarks.metg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way to build and run a graph. Its threads live as long as it does. */
interface Contender extends AutoCloseable {
    /** Builds and runs; gives the outputs of the tasks on which no other depends, by {@link Cell#end}. */
    List<? extends @Nullable Output> run(Cells cells) throws Exception;

    @Override
    void close();
}
