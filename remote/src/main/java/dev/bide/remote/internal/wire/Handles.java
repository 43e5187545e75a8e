package dev.bide.remote.internal.wire;

import dev.bide.graph.Node;

/** The calls that the other side knows, by the numbers by which it does. */
@FunctionalInterface
public interface Handles {
    /**
     * Gives what stands here for a call.
     *
     * @param handle its number
     * @return the same node each time
     */
    Node node(int handle);

    /**
     * Hears that something else stands for a call, too: a list, say, of which the items can be got at.
     *
     * @param handle its number
     * @param node what stands for it
     */
    default void became(int handle, Node node) {}
}
