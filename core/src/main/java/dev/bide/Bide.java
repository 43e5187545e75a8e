package dev.bide;

import dev.bide.graph.Key;
import dev.bide.graph.Kind;
import dev.bide.graph.Node;
import dev.bide.graph.Ref;
import dev.bide.graph.TaskGraph;
import dev.bide.internal.local.Outlet;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The verbs: everything with which a program begins a graph. Meant for {@code import static dev.bide.Bide.*}.
 *
 * <pre>{@code
 * var load = task(Pipeline::load);
 * var clean = task(Pipeline::clean);
 * var cleaned = clean.each(load.each(files));        // nothing has run
 * List<Data> data = cleaned.compute();               // all of it runs, in parallel
 * }</pre>
 */
public final class Bide extends Verbs {
    /** How many results for each processor a stream looks ahead. */
    private static final int AHEAD = 16;

    private static final String NO_ROOTS = "what to compute is null: pass at least one Delayed";

    private Bide() {}

    /**
     * Gives a {@code Delayed} that has its result: the value goes to those who need it untouched and unsearched. O(1).
     *
     * @param value any value, {@code null} too
     * @param <T> its type
     * @return the value as a {@code Delayed}
     */
    public static <T extends @Nullable Object> Delayed<T> value(T value) {
        return new Delayed<>(Kind.VALUE, value);
    }

    /**
     * Gathers results to be into one list to be. O(size).
     *
     * @param items what to gather; the collection is copied
     * @param <T> type of each result
     * @return the list
     */
    public static <T extends @Nullable Object> DelayedList<T> gather(Collection<? extends Delayed<? extends T>> items) {
        return DelayedList.of(Delayed.elements(items));
    }

    /**
     * Gathers results to be into one map to be, with the same keys in the same order. O(size).
     *
     * @param items what to gather; the map is copied
     * @param <K> type of the keys
     * @param <V> type of each result
     * @return the map
     */
    @SuppressWarnings("unchecked")
    public static <K, V extends @Nullable Object> Delayed<Map<K, V>> gather(
            Map<? extends K, ? extends Delayed<? extends V>> items) {
        Map<K, Delayed<? extends V>> held = new LinkedHashMap<>(Delayed.elements(items));
        int position = 0;
        for (Delayed<?> item : held.values()) {
            Delayed.argument(item, ++position);
        }
        Map<K, V> copy = (Map<K, V>) held;
        if (copy.isEmpty()) {
            return value(Collections.unmodifiableMap(copy));
        }
        return new Delayed<>(Kind.STRUCTURE, Delayed.plain(copy, 1));
    }

    /**
     * Computes several results in one run, so that what they share is computed once.
     *
     * @param roots what to compute
     * @param <T> a type that all the results have
     * @return the results, in the same order
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T extends @Nullable Object> List<T> compute(Delayed<? extends T>... roots) {
        return DelayedList.<T>of(Arrays.asList(Objects.requireNonNull(roots, NO_ROOTS)))
                .compute();
    }

    /**
     * Computes several results in one run on a scheduler, so that what they share is computed once.
     *
     * @param scheduler where to run
     * @param roots what to compute
     * @param <T> a type that all the results have
     * @return the results, in the same order
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T extends @Nullable Object> List<T> compute(Scheduler scheduler, Delayed<? extends T>... roots) {
        return DelayedList.<T>of(Arrays.asList(Objects.requireNonNull(roots, NO_ROOTS)))
                .compute(scheduler);
    }

    /**
     * Computes several results in one run and gives what became of each, so that none is lost because another task failed.
     *
     * @param roots what to compute
     * @param <T> a type that all the results have
     * @return an outcome for each, in the same order
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T extends @Nullable Object> List<Outcome<T>> computeOutcomes(Delayed<? extends T>... roots) {
        return DelayedList.<T>of(Arrays.asList(Objects.requireNonNull(roots, NO_ROOTS)))
                .computeOutcomes();
    }

    /**
     * Computes several results in one run on a scheduler and gives what became of each.
     *
     * @param scheduler where to run
     * @param roots what to compute
     * @param <T> a type that all the results have
     * @return an outcome for each, in the same order
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T extends @Nullable Object> List<Outcome<T>> computeOutcomes(
            Scheduler scheduler, Delayed<? extends T>... roots) {
        return DelayedList.<T>of(Arrays.asList(Objects.requireNonNull(roots, NO_ROOTS)))
                .computeOutcomes(scheduler);
    }

    /**
     * Computes a list and gives its results as they come, not in order: see {@link #stream(Scheduler, RunOptions,
     * DelayedList)}.
     *
     * <pre>{@code
     * try (Stream<Page> pages = stream(fetch.each(addresses))) {
     *     pages.filter(Page::isNew).forEach(index::add);
     * }
     * }</pre>
     *
     * @param list what to compute
     * @param <T> type of each result
     * @return the results
     */
    public static <T extends @Nullable Object> Stream<T> stream(DelayedList<T> list) {
        return stream(Schedulers.current(), list);
    }

    /**
     * Computes a list on a scheduler and gives its results as they come, not in order: see {@link #stream(Scheduler,
     * RunOptions, DelayedList)}.
     *
     * @param scheduler where to run
     * @param list what to compute
     * @param <T> type of each result
     * @return the results
     */
    public static <T extends @Nullable Object> Stream<T> stream(Scheduler scheduler, DelayedList<T> list) {
        return stream(scheduler, RunOptions.defaults(), list);
    }

    /**
     * Computes a list on a scheduler, with options, and gives its results as they come, not in order.
     *
     * <p>The run starts when the stream is asked for its first result, and looks ahead only so far: while as many results are
     * live or wait to be taken as {@link RunOptions#ahead} says, or else sixteen for each processor, nothing new is begun. So a
     * million inputs need no more memory than a few of their results and the graph, some 150 bytes a call. If a task fails,
     * the stream throws that once the results that were there are taken; with {@link RunOptions#keepGoing}, once all are. What
     * is not taken to its end should be closed, which cancels the run.
     *
     * <p>The stream is sequential. Taking from it inside a task works for the run meanwhile. On {@code sync()} tasks run
     * while results are consumed, one by one; but for {@code iterator()} and operations that may stop early all is computed
     * first.
     *
     * @param scheduler where to run
     * @param options what the run is asked for
     * @param list what to compute
     * @param <T> type of each result
     * @return the results
     */
    public static <T extends @Nullable Object> Stream<T> stream(
            Scheduler scheduler, RunOptions options, DelayedList<T> list) {
        Outlet<T> outlet = new Outlet<>();
        DelayedList<@Nullable Void> puts = action(outlet).named("stream").each(list);
        RunOptions bounded = options.ahead() == RunOptions.UNBOUNDED
                ? options.ahead(AHEAD * Runtime.getRuntime().availableProcessors())
                : options;
        return outlet.stream(list.size(), () -> puts.start(scheduler, bounded));
    }

    /**
     * Refers to a node of a raw graph under construction, as an argument or inside one.
     *
     * @param key its key
     * @return the reference
     */
    public static Ref ref(String key) {
        return new Ref(Key.of(key));
    }

    /**
     * Refers to several nodes of a raw graph under construction: the argument is a list of their results.
     *
     * @param keys their keys
     * @return a list of references
     */
    public static List<Ref> refs(String... keys) {
        Objects.requireNonNull(keys, "the keys are null: give the key of each node");
        return Arrays.stream(keys).map(Bide::ref).toList();
    }

    /**
     * Gives a node of a raw graph as a {@code Delayed}. O(1).
     *
     * @param graph the graph
     * @param key the node's key
     * @param type the type of its result, which is checked when it is there
     * @param <T> the type of its result
     * @return the same call
     * @throws IllegalArgumentException if the graph has no such key
     */
    public static <T> Delayed<T> delayed(TaskGraph graph, String key, Class<T> type) {
        Node node = graph.node(Key.of(key));
        return new Delayed<>(node, type);
    }
}
