package dev.bide.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Works out something for a node from what it has worked out for the nodes that this one needs: once for each node, and
 * without recursion, for a chain may be a million long.
 *
 * <p>O(nodes + what they need) in all. Not for use by several threads at once.
 *
 * @param <V> what is worked out
 */
public abstract class NodeFold<V> {
    private static final Object BEGUN = new Object();

    private IdentityHashMap<Node, Object> found = new IdentityHashMap<>();

    /** A node whose needs are being looked at. */
    private record Open(Node node, Iterator<Node> needs) {}

    /** For subclasses. */
    protected NodeFold() {}

    /**
     * Gives what a node needs. Called once for each node, before any of what it needs is looked at.
     *
     * @param node the node
     * @return the nodes to work something out for first
     */
    protected abstract List<Node> needs(Node node);

    /**
     * Works it out.
     *
     * @param node a node; {@link #of} gives at once what was worked out for what it needs
     * @return what it comes to
     */
    protected abstract V fold(Node node);

    /**
     * Called where a node needs itself, in the end. Linked nodes never do; what subclasses add may.
     *
     * @param node the node
     * @return what to throw
     */
    protected RuntimeException circle(Node node) {
        return new IllegalStateException(node + " needs itself");
    }

    /**
     * Works it out for a node and for all it needs, as far as that has not been done.
     *
     * @param node the node
     * @return what it comes to
     */
    @SuppressWarnings("unchecked")
    public final V of(Node node) {
        if (!isKnown(node)) {
            work(node);
        }
        return (V) Objects.requireNonNull(found.get(node));
    }

    /**
     * Forgets what has been worked out.
     *
     * @param last is given each node and what it came to, once more
     */
    @SuppressWarnings("unchecked")
    public final void forget(BiConsumer<? super Node, ? super V> last) {
        found.forEach((node, value) -> last.accept(node, (V) value));
        found = new IdentityHashMap<>(); // to clear one that was large takes its time again and again
    }

    /** Whether it has been worked out for a node. */
    final boolean isKnown(Node node) {
        Object known = found.get(node);
        return known != null && !known.equals(BEGUN);
    }

    private void work(Node root) {
        Deque<Open> path = new ArrayDeque<>();
        try {
            open(root, path);
            while (!path.isEmpty()) {
                Open last = path.element();
                Node next = firstMissing(last.needs());
                if (next != null) {
                    open(next, path);
                } else {
                    found.put(last.node(), fold(last.node()));
                    path.pop();
                }
            }
        } finally {
            path.forEach(open -> found.remove(open.node()));
        }
    }

    private void open(Node node, Deque<Open> path) {
        path.push(new Open(node, needs(node).iterator()));
        found.put(node, BEGUN);
    }

    private @Nullable Node firstMissing(Iterator<Node> needs) {
        while (needs.hasNext()) {
            Node next = needs.next();
            Object known = found.get(next);
            if (known == null) {
                return next;
            }
            if (known.equals(BEGUN)) {
                throw circle(next);
            }
        }
        return null;
    }
}
