package dev.bide.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts a raw graph together. Nodes may be put in any order and refer to keys that come later. Not for use by several
 * threads at once.
 */
public final class TaskGraphBuilder {
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    TaskGraphBuilder() {}

    /** What was put under a key, with references for links. */
    private record Entry(
            @Nullable Task task,
            @Nullable Object[] arguments,
            @Nullable CallSite site) {
        List<Key> needs() {
            List<Key> keys = new ArrayList<>();
            for (Object argument : arguments) {
                if (argument instanceof Ref ref) {
                    keys.add(ref.key());
                } else if (argument instanceof Template template) {
                    template.holes().stream()
                            .filter(Ref.class::isInstance)
                            .forEach(hole -> keys.add(((Ref) hole).key()));
                }
            }
            return keys;
        }
    }

    /**
     * Puts a value, an alias or a structure: a {@link Ref} stands for another node, a list, map, array, record or
     * {@code Optional} with references inside is filled with their results, everything else is a value as it is.
     *
     * @param key the key of the new node
     * @param value what it is
     * @return this builder
     * @throws IllegalArgumentException if the key is empty or taken
     */
    public TaskGraphBuilder put(String key, @Nullable Object value) {
        if (value instanceof Task task) {
            return put(key, task, new Object[0]);
        }
        return add(Key.of(key), new Entry(null, new Object[] {searched(value, 1)}, null));
    }

    /**
     * Puts a call.
     *
     * @param key the key of the new node
     * @param task what it calls
     * @param arguments plain values, references, and structures with references inside
     * @return this builder
     * @throws IllegalArgumentException if the key is empty or taken, or the task takes another number of arguments
     */
    public TaskGraphBuilder put(String key, Task task, @Nullable Object... arguments) {
        Key made = Key.of(key);
        int expected = Kind.arity(Objects.requireNonNull(task, "the task of node '" + made + "' is null")
                .kind());
        Objects.requireNonNull(arguments, () -> GraphErrors.nullArguments(made));
        if (arguments.length != expected) {
            throw new IllegalArgumentException(GraphErrors.wrongArity(made, task, expected, arguments.length));
        }
        @Nullable Object[] searched = new Object[arguments.length];
        for (int k = 0; k < searched.length; k++) {
            searched[k] = searched(arguments[k], k + 1);
        }
        return add(made, new Entry(task, searched, task.calls().next()));
    }

    private static @Nullable Object searched(@Nullable Object argument, int position) {
        return Arguments.search(argument, position, held -> held instanceof Ref || held instanceof Node);
    }

    private TaskGraphBuilder add(Key key, Entry entry) {
        if (entries.putIfAbsent(key, entry) != null) {
            throw new IllegalArgumentException(GraphErrors.duplicateKey(key));
        }
        return this;
    }

    /**
     * Makes the graph. O(nodes + references). The builder may be used further.
     *
     * @return the graph
     * @throws IllegalArgumentException if a reference is to no node, with the nearest key suggested, or if there is a
     *     cycle, with its keys in order
     */
    public TaskGraph build() {
        entries.forEach((key, entry) -> entry.needs().forEach(needed -> {
            if (!entries.containsKey(needed)) {
                throw new IllegalArgumentException(GraphErrors.unknownKey(needed, key, entries.keySet()));
            }
        }));
        Map<Key, Node> made = new LinkedHashMap<>();
        entries.keySet().forEach(key -> makeAll(key, made));
        Map<Key, Node> ordered = new LinkedHashMap<>();
        entries.keySet().forEach(key -> ordered.put(key, made.get(key)));
        return new TaskGraph(ordered);
    }

    /** Makes a node after all it needs, depth first with a stack of its own: the keys on it are a path. */
    private void makeAll(Key root, Map<Key, Node> made) {
        if (made.containsKey(root)) {
            return;
        }
        Map<Key, Deque<Key>> path = new LinkedHashMap<>();
        Deque<Key> stack = new ArrayDeque<>();
        open(root, path, stack);
        while (!stack.isEmpty()) {
            Key key = stack.peek();
            Key next = needed(path, key).poll();
            if (next == null) {
                stack.pop();
                path.remove(key);
                made.put(key, make(key, made));
            } else if (path.containsKey(next)) {
                throw new IllegalArgumentException(GraphErrors.cycle(cycle(next, path.keySet())));
            } else if (!made.containsKey(next)) {
                open(next, path, stack);
            }
        }
    }

    private Entry entry(Key key) {
        return Objects.requireNonNull(entries.get(key));
    }

    private static Deque<Key> needed(Map<Key, Deque<Key>> path, Key key) {
        return Objects.requireNonNull(path.get(key));
    }

    private void open(Key key, Map<Key, Deque<Key>> path, Deque<Key> stack) {
        path.put(key, new ArrayDeque<>(entry(key).needs()));
        stack.push(key);
    }

    private static List<Key> cycle(Key start, Collection<Key> path) {
        List<Key> cycle = new ArrayList<>(path);
        cycle.subList(0, cycle.indexOf(start)).clear();
        cycle.add(start);
        return cycle;
    }

    private Node make(Key key, Map<Key, Node> made) {
        Entry entry = entry(key);
        @Nullable Object[] arguments = new Object[entry.arguments().length];
        for (int k = 0; k < arguments.length; k++) {
            arguments[k] = linked(entry.arguments()[k], made);
        }
        if (entry.task() != null) {
            return RawNode.call(key, entry.task(), arguments, entry.site());
        }
        if (arguments[0] instanceof Template template) {
            return RawNode.structure(key, template);
        }
        return arguments[0] instanceof Node target ? RawNode.alias(key, target) : RawNode.value(key, arguments[0]);
    }

    private static @Nullable Object linked(@Nullable Object argument, Map<Key, Node> made) {
        if (argument instanceof Template template) {
            return template.map(hole -> Objects.requireNonNull(linked(hole, made)));
        }
        return argument instanceof Ref ref ? made.get(ref.key()) : argument;
    }
}
