package dev.bide.graph;

import java.io.NotSerializableException;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of nodes that functions have captured, while these are made into bytes or back. Belongs to a thread for as long as
 * that takes. Outside of it a node is no data and cannot be serialised.
 */
public abstract class Transit implements AutoCloseable {
    private static final ThreadLocal<@Nullable Transit> CURRENT = new ThreadLocal<>();

    private final @Nullable Transit before;

    /** Begins, in the caller's thread, which is the only one that sees it. */
    @SuppressWarnings("this-escape")
    protected Transit() {
        before = CURRENT.get();
        CURRENT.set(this);
    }

    /**
     * Takes the number of a node that leaves this JVM.
     *
     * @param node a node that a function has captured
     * @return by which number {@link #arrive} shall know it
     */
    protected int leave(Node node) {
        throw new IllegalStateException(GraphErrors.noData(node));
    }

    /**
     * Gives the node with a number.
     *
     * @param number what {@link #leave} gave
     * @return the node
     */
    protected Node arrive(int number) {
        throw new IllegalStateException("nothing arrives here");
    }

    /**
     * Hears what a node that arrived has become.
     *
     * @param number what {@link #leave} gave
     * @param node what stands for it here, and shall leave as it
     */
    protected void became(int number, Node node) {}

    /** Ends; what was there before goes on. */
    @Override
    public void close() {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    /**
     * Gives the number under which a node leaves now.
     *
     * @param node the node
     * @return its number
     * @throws NotSerializableException if nobody is sending calls
     */
    public static int number(Node node) throws NotSerializableException {
        Transit transit = CURRENT.get();
        if (transit == null) {
            throw new NotSerializableException(GraphErrors.noData(node));
        }
        return transit.leave(node);
    }

    /**
     * Gives the node that arrives under a number now.
     *
     * @param number the number
     * @return the node
     * @throws IllegalStateException if nobody is receiving calls
     */
    public static Node node(int number) {
        Transit transit = CURRENT.get();
        if (transit == null) {
            throw new IllegalStateException("a call arrived with no graph that it belongs to");
        }
        return transit.arrive(number);
    }

    /**
     * Says that a node stands for the one that arrived under a number.
     *
     * @param number the number
     * @param node the node
     */
    public static void arrived(int number, Node node) {
        Transit transit = CURRENT.get();
        if (transit != null) {
            transit.became(number, node);
        }
    }
}
