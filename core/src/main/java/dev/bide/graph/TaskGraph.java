package dev.bide.graph;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A graph as data: nodes under keys. Immutable.
 *
 * <p>Made with a {@link #builder}, which refuses cycles, unknown and duplicate keys by name, or from a {@code Delayed} with
 * {@code graph()}. Methods that change a graph give another one and share what is the same.
 */
public final class TaskGraph {
    private final Map<Key, Node> nodes;
    private volatile @Nullable GraphLinks links;

    TaskGraph(Map<Key, Node> nodes) {
        this.nodes = Collections.unmodifiableMap(nodes);
    }

    /**
     * Starts a graph.
     *
     * @return an empty builder
     */
    public static TaskGraphBuilder builder() {
        return new TaskGraphBuilder();
    }

    /**
     * Makes the graph of what a node needs. O(nodes + dependencies).
     *
     * @param root the node
     * @return a graph in which each task has a key, in the order of {@link Plan}
     */
    public static TaskGraph of(Node root) {
        Plan plan = PlanBuilder.buildUnmerged(root);
        Map<Key, Node> nodes = new LinkedHashMap<>();
        for (int i = 0; i < plan.size(); i++) {
            if (!plan.node(i).isCrossing()) {
                nodes.put(plan.key(i), plan.node(i));
            }
        }
        return new TaskGraph(nodes);
    }

    /**
     * Gives the keys, in the order in which they were put.
     *
     * @return the keys
     */
    public Set<Key> keys() {
        return nodes.keySet();
    }

    /**
     * Gives what a node needs, each key once, in the order of its arguments. O(arguments); the first call for a graph is
     * O(size of the graph).
     *
     * @param key the node's key
     * @return keys
     * @throws IllegalArgumentException if there is no such key
     */
    public Set<Key> dependencies(Key key) {
        node(key);
        return links().dependencies(key);
    }

    /**
     * Gives what needs a node, each key once, in the order of the graph. O(dependents); the first call for a
     * graph is O(size of the graph).
     *
     * @param key the node's key
     * @return keys
     * @throws IllegalArgumentException if there is no such key
     */
    public Set<Key> dependents(Key key) {
        node(key);
        return links().dependents(key);
    }

    private GraphLinks links() {
        GraphLinks known = links;
        if (known == null) {
            known = GraphLinks.of(nodes);
            links = known;
        }
        return known;
    }

    /**
     * Gives the node under a key.
     *
     * @param key the key
     * @return the node
     * @throws IllegalArgumentException if there is no such key; the message suggests the nearest one
     */
    public Node node(Key key) {
        Node node = nodes.get(key);
        if (node == null) {
            throw new IllegalArgumentException(GraphErrors.unknownKey(key, null, keys()));
        }
        return node;
    }

    /**
     * Gives a node that computes several nodes of this graph.
     *
     * @param keys keys as {@link Key} or {@code String}, and lists of such, nested in any way
     * @return a node whose result is nested in the same way
     * @throws IllegalArgumentException if there is no such key, or there is something else in the list
     */
    public Node select(List<?> keys) {
        Object[] items = selected(keys, 0).toArray();
        boolean flat = Arrays.stream(items).allMatch(Node.class::isInstance);
        return flat ? RawNode.gather(items) : RawNode.structure(Arguments.search(Arrays.asList(items), 1));
    }

    private List<Object> selected(List<?> keys, int depth) {
        if (depth > Arguments.MAX_DEPTH) {
            throw new IllegalArgumentException(GraphErrors.keysTooDeep(Arguments.MAX_DEPTH));
        }
        return keys.stream().map(key -> selected(key, depth)).toList();
    }

    private Object selected(Object key, int depth) {
        if (key instanceof List<?> nested) {
            return selected(nested, depth + 1);
        }
        if (key instanceof String || key instanceof Key) {
            return node(key instanceof Key given ? given : Key.of((String) key));
        }
        throw new IllegalArgumentException(GraphErrors.notAKey(key));
    }

    /**
     * Gives the part of this graph that some keys need. O(size of the graph).
     *
     * @param keys what is wanted
     * @return a graph with these keys and all they need, in the order of this one
     * @throws IllegalArgumentException if there is no such key
     */
    public TaskGraph cull(Key... keys) {
        Set<Key> needed = new HashSet<>();
        Deque<Key> open = new ArrayDeque<>(Arrays.asList(keys));
        while (!open.isEmpty()) {
            Key key = open.pop();
            if (needed.add(key)) {
                open.addAll(dependencies(key));
            }
        }
        Map<Key, Node> kept = new LinkedHashMap<>(nodes);
        kept.keySet().retainAll(needed);
        return new TaskGraph(kept);
    }

    /**
     * Gives this graph with the node under a key replaced by a value: what needs it takes the value, and what only it
     * needed can be culled. O(size of the graph).
     *
     * @param key the key
     * @param value the value, used as it is
     * @return a graph with the same keys
     * @throws IllegalArgumentException if there is no such key
     */
    public TaskGraph substitute(Key key, @Nullable Object value) {
        return replace(Map.of(key, RawNode.value(key, value)));
    }

    /**
     * Gives this graph with some of its nodes replaced, and those that need them linked to the new ones. O(size).
     *
     * @param replacements the new nodes; a replacement may use nodes of this graph, but not the one that it replaces
     * @return a graph with the same keys
     * @throws IllegalArgumentException if there is no such key, or a replacement needs what it replaces
     */
    public TaskGraph replace(Map<Key, Node> replacements) {
        replacements.keySet().forEach(this::node);
        return new TaskGraph(Relinking.of(nodes, replacements));
    }

    /**
     * Tells whether two calls can be made into one: the second takes the first's result in exactly one argument, and
     * neither has retries. Whether others need the first is not asked.
     *
     * @param first the key of the first call
     * @param then the key of the second
     * @return whether they fit together
     * @throws IllegalArgumentException if there is no such key
     */
    public boolean fusible(Key first, Key then) {
        return Fusing.fits(node(first), node(then));
    }

    /**
     * Gives this graph with some lines of calls made into one call each, under the key of the last. O(size).
     *
     * @param lines lines of keys, first call first, each needed by the next alone and {@link #fusible} with it
     * @return a graph without the keys of the other calls in these lines
     * @throws IllegalArgumentException if there is no such key
     */
    public TaskGraph fuse(List<List<Key>> lines) {
        return Fusing.fuse(this, lines);
    }

    /**
     * Draws this graph into a file, with all its keys, and runs nothing. O(size). Values are not drawn; if several nodes are
     * needed by no other, a list gathers their results.
     *
     * @param file where to; its ending picks the format, as in {@code Delayed.visualize}
     * @throws IllegalArgumentException if there is no writer for this ending
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void visualize(Path file) {
        ServiceLoader.load(GraphDrawing.class, GraphDrawing.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(GraphErrors.nothingDraws()))
                .draw(Plan.of(this), file);
    }

    /**
     * Checks the type of a result.
     *
     * @param key the key it belongs to, for the error
     * @param result the result
     * @param type the type it should have
     * @param <T> the type it should have
     * @return the result
     * @throws IllegalArgumentException if it is of another type, or the type is primitive
     */
    public <T> @Nullable T checked(Key key, @Nullable Object result, Class<T> type) {
        if (Objects.requireNonNull(type, GraphErrors.NO_TYPE).isPrimitive()) {
            throw new IllegalArgumentException(GraphErrors.primitive(type));
        }
        if (result != null && !type.isInstance(result)) {
            throw new IllegalArgumentException(GraphErrors.wrongType(key.toString(), result, type));
        }
        return type.cast(result);
    }

    /** Shows the number of nodes. */
    @Override
    public String toString() {
        return "TaskGraph of " + nodes.size() + (nodes.size() == 1 ? " node" : " nodes");
    }
}
