package dev.bide.optimize;

import dev.bide.graph.Key;
import dev.bide.graph.TaskGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
     * Makes each line of calls into one call: where a call is needed by one other call alone, in one argument, and is tried
     * as often as that one. The new call has the key of the last call and a name made of all. O(size).
     *
     * @param graph the graph
     * @param keep keys that must stay, because their results are wanted
     * @return a graph that computes the same under the keys that are left
     */
    public static TaskGraph fuse(TaskGraph graph, Key... keep) {
        Set<Key> kept = new HashSet<>(Arrays.asList(keep));
        List<List<Key>> lines = new ArrayList<>();
        Set<Key> seen = new HashSet<>();
        for (Key key : graph.keys()) {
            if (!seen.contains(key) && previous(graph, key, kept) == null) {
                List<Key> line = lineFrom(graph, key, kept);
                seen.addAll(line);
                if (line.size() > 1) {
                    lines.add(line);
                }
            }
        }
        return graph.fuse(lines);
    }

    private static List<Key> lineFrom(TaskGraph graph, Key first, Set<Key> kept) {
        List<Key> line = new ArrayList<>(List.of(first));
        for (Key next = next(graph, first, kept); next != null; next = next(graph, next, kept)) {
            line.add(next);
        }
        return line;
    }

    /** The call that this one can be fused into, or {@code null}. */
    private static @Nullable Key next(TaskGraph graph, Key key, Set<Key> kept) {
        Set<Key> dependents = graph.dependents(key);
        if (kept.contains(key) || dependents.size() != 1) {
            return null;
        }
        Key only = dependents.iterator().next();
        return key.equals(previous(graph, only, kept)) ? only : null;
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
