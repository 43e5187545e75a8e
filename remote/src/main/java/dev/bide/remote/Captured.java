package dev.bide.remote;

import dev.bide.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run that can grow knows of nodes: which task computes each, and what tasks that may answer with more graph hold,
 * because their functions captured it. A node of which the run knows nothing yet is held once it does.
 */
final class Captured {
    private final Map<Node, Integer> tasks = new HashMap<>();
    private final Map<Integer, List<Integer>> held = new HashMap<>();
    private final Map<Node, List<Integer>> unknown = new HashMap<>();

    boolean knows(Node node) {
        return tasks.containsKey(node);
    }

    int task(Node node) {
        return tasks.getOrDefault(node, -1);
    }

    /** A task computes a node; gives the tasks that wait to hold it. */
    List<Integer> put(Node node, int task) {
        tasks.put(node, task);
        List<Integer> waiting = unknown.remove(node);
        return waiting == null ? List.of() : waiting;
    }

    void expect(Node node, int holder) {
        unknown.computeIfAbsent(node, ignored -> new ArrayList<>()).add(holder);
        held.computeIfAbsent(holder, ignored -> new ArrayList<>());
    }

    void hold(int holder, int task) {
        held.computeIfAbsent(holder, ignored -> new ArrayList<>()).add(task);
    }

    /** Ends what a task holds, and gives it. */
    List<Integer> end(int holder) {
        if (held.isEmpty()) {
            return List.of();
        }
        List<Integer> tasksHeld = held.remove(holder);
        return tasksHeld == null ? List.of() : tasksHeld;
    }

    /** All that is held, once for each holder. */
    Iterable<List<Integer>> all() {
        return held.values();
    }
}
