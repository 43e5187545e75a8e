package dev.bide.remote.driver;

import dev.bide.graph.Node;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The calls of a run that functions which go on with more have captured. Workers know them by number only, so that what comes
 * back is the very call. Safe to use from any thread.
 */
final class Handles {
    private final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    synchronized int of(Node node) {
        return numbers.computeIfAbsent(node, unknown -> {
            nodes.add(unknown);
            return nodes.size() - 1;
        });
    }

    synchronized Node node(int handle) {
        return nodes.get(handle);
    }
}
