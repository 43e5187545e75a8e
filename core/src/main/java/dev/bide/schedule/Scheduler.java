package dev.bide.schedule;

import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.graph.TaskGraph;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs graphs: on the caller's thread, on threads, in other JVMs. Safe to use from any thread; many runs may be under way
 * at once.
 *
 * <p>Every implementation passes the contract suite of the testkit, which states the laws.
 */
public interface Scheduler extends AutoCloseable {
    /**
     * Starts a run.
     *
     * @param plan what to run
     * @param options what the run is asked for
     * @param <T> type of the root's result, which the caller vouches for
     * @return the run, under way or, on schedulers that use the caller's thread, ended
     * @throws IllegalStateException if this scheduler is closed
     */
    <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options);

    /**
     * Stops all runs under way and gives back what this scheduler holds. A second call does nothing.
     */
    @Override
    void close();

    /**
     * Computes one node of a raw graph, and only what it needs.
     *
     * @param graph the graph
     * @param key the node's key
     * @return its result
     * @throws IllegalArgumentException if the graph has no such key
     * @throws TaskFailedException if a task failed
     */
    default @Nullable Object get(TaskGraph graph, String key) {
        return this.<@Nullable Object>start(Plan.of(graph.node(Key.of(key))), RunOptions.defaults())
                .get();
    }

    /**
     * Computes one node of a raw graph whose result has a known type.
     *
     * @param graph the graph
     * @param key the node's key
     * @param type the type of its result
     * @param <T> the type of its result
     * @return its result, or {@code null} if that is its result
     * @throws IllegalArgumentException if the graph has no such key, or its result is of another type
     * @throws TaskFailedException if a task failed
     */
    default <T> @Nullable T get(TaskGraph graph, String key, Class<T> type) {
        graph.checked(Key.of(key), null, type);
        return graph.checked(Key.of(key), get(graph, key), type);
    }

    /**
     * Computes several nodes of a raw graph in one run.
     *
     * @param graph the graph
     * @param keys keys, and lists of keys, nested in any way
     * @return their results, nested in the same way
     * @throws IllegalArgumentException if the graph has no such key
     * @throws TaskFailedException if a task failed
     */
    default List<?> get(TaskGraph graph, List<?> keys) {
        return this.<List<?>>start(Plan.of(graph.select(keys)), RunOptions.defaults())
                .get();
    }
}
