package dev.bide;

import dev.bide.graph.Key;
import dev.bide.graph.Kind;
import dev.bide.graph.Node;
import dev.bide.graph.Ref;
import dev.bide.graph.TaskGraph;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.Scheduler;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        int position = 0;
        for (Delayed<?> item : Delayed.elements(items).values()) {
            Delayed.argument(item, ++position);
        }
        Map<K, V> copy = (Map<K, V>) new LinkedHashMap<>(items);
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
        return DelayedList.<T>of(Arrays.asList(roots)).compute();
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
        return DelayedList.<T>of(Arrays.asList(roots)).compute(scheduler);
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
        return DelayedList.<T>of(Arrays.asList(roots)).computeOutcomes();
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
        return DelayedList.<T>of(Arrays.asList(roots)).computeOutcomes(scheduler);
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
