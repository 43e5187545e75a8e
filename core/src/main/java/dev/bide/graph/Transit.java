package dev.bide.graph;

import java.io.NotSerializableException;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of nodes, and of large values, that functions have captured, while these are made into bytes or back. Belongs to a thread for as long as
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

    /**
     * Takes the number of a value that a function has captured and that goes apart from it.
     *
     * @param captured the value
     * @return by which number {@link #apart(int)} shall know it, negative if it goes along
     */
    protected int apart(Object captured) {
        return -1;
    }

    /**
     * Gives a value that went apart.
     *
     * @param number what {@link #apart(Object)} gave
     * @return the value
     */
    protected Object apart(int number) {
        throw new IllegalStateException("nothing arrives here");
    }

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
     * Gives the number under which a value that a function has captured goes apart from it.
     *
     * @param captured the value
     * @return its number, negative if it goes along
     */
    public static int numberApart(Object captured) {
        Transit transit = CURRENT.get();
        return transit == null ? -1 : transit.apart(captured);
    }

    /**
     * Gives the value that went apart under a number.
     *
     * @param number the number
     * @return the value
     * @throws IllegalStateException if nobody is receiving functions
     */
    public static Object valueApart(int number) {
        Transit transit = CURRENT.get();
        if (transit == null) {
            throw new IllegalStateException("a function arrived without what it belongs to");
        }
        return transit.apart(number);
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
