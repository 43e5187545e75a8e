package dev.bide.optimize;

import dev.bide.graph.Key;
import dev.bide.graph.TaskGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes raw graphs smaller without changing what they compute.
 *
 * <p>Runs on local threads need none of this: what the root does not need is never in their plan, equal pure calls are one
 * task there, and a worker goes on with the next call of a line without queueing it. It is for tools, and for schedulers to
 * which each task is a message.
 */
public final class Optimizer {
    private Optimizer() {}

    /**
     * Gives the part of a graph that some keys need. O(size of the graph).
     *
     * @param graph the graph
     * @param wanted the keys
     * @return a graph with these keys and all they need
     * @throws IllegalArgumentException if there is no such key
     */
    public static TaskGraph cull(TaskGraph graph, Key... wanted) {
        return graph.cull(wanted);
    }

    /**
     * Makes each line of calls into one call: where a call is needed by one other call alone, in one argument, and neither
     * asks to be handled specially (retries, timeout, ...). The new call has the key of the last call and a name made of all. O(size).
     *
     * @param graph the graph
     * @param keep keys that must stay, because their results are wanted
     * @return a graph that computes the same under the keys that are left
     */
    public static TaskGraph fuse(TaskGraph graph, Key... keep) {
        Set<Key> kept = new HashSet<>(Arrays.asList(keep));
        Map<Key, Key> previous = new HashMap<>();
        for (Key key : graph.keys()) {
            Key before = previous(graph, key, kept);
            if (before != null) {
                previous.put(key, before);
            }
        }
        List<List<Key>> lines = new ArrayList<>();
        for (Key key : graph.keys()) {
            List<Key> line = previous.containsKey(key) ? List.of() : lineFrom(graph, key, previous);
            if (line.size() > 1) {
                lines.add(line);
            }
        }
        return graph.fuse(lines);
    }

    private static List<Key> lineFrom(TaskGraph graph, Key first, Map<Key, Key> previous) {
        List<Key> line = new ArrayList<>(List.of(first));
        for (Key next = next(graph, first, previous); next != null; next = next(graph, next, previous)) {
            line.add(next);
        }
        return line;
    }

    /** The call that this one can be fused into, or {@code null}. */
    private static @Nullable Key next(TaskGraph graph, Key key, Map<Key, Key> previous) {
        Set<Key> dependents = graph.dependents(key);
        if (dependents.size() != 1) {
            return null;
        }
        Key only = dependents.iterator().next();
        return key.equals(previous.get(only)) ? only : null;
    }

    /** The first of a call's dependencies that can be fused into it, or {@code null}. */
    private static @Nullable Key previous(TaskGraph graph, Key key, Set<Key> kept) {
        return graph.dependencies(key).stream()
                .filter(before ->
                        !kept.contains(before) && graph.dependents(before).size() == 1 && graph.fusible(before, key))
                .findFirst()
                .orElse(null);
    }
}
