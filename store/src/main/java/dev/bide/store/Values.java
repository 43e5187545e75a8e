package dev.bide.store;

import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.graph.Task;
import dev.bide.schedule.Scheduler;
import java.io.File;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts values into a {@link Sink} by their content: equal content gives equal bytes in every JVM, whatever the hash codes and
 * the order of hash tables there.
 *
 * <p>What holds other things goes in as a hash of its own, made once: a list that is in many places costs no more.
 */
final class Values {
    /** As deep as the search for nodes in arguments goes. */
    private static final int MOST_DEPTH = 500;

    private static final byte[] BEGUN = {};

    private final Function<Node, byte[]> keys;
    private final Functions functions = new Functions(this);
    private final Stamps files;
    private IdentityHashMap<Object, byte[]> known = new IdentityHashMap<>();
    private final Deque<Sink> free = new ArrayDeque<>();
    private int depth;

    /**
     * @param keys what stands for a node
     * @param byContent whether files go by their content
     */
    Values(Function<Node, byte[]> keys, boolean byContent) {
        this.keys = keys;
        this.files = new Stamps(byContent);
    }

    Functions functions() {
        return functions;
    }

    /** Objects may change; what is known of them is true for a short time. */
    void letGo() {
        if (!known.isEmpty()) {
            known = new IdentityHashMap<>();
        }
        functions.letGo();
        files.letGo();
    }

    void put(@Nullable Object value, Sink to) {
        if (value == null) {
            to.tag(Tag.NULL);
        } else if (value instanceof Node node) {
            putNode(node, to);
        } else if (value instanceof Task task) {
            to.tag(Tag.TASK).hash(functions.of(task));
        } else if (value instanceof Scheduler) {
            to.tag(Tag.SCHEDULER);
        } else {
            put(value, Shape.of(value.getClass()), to);
        }
    }

    private void putNode(Node node, Sink to) {
        if (Plan.isValue(node)) {
            put(Plan.valueOf(node), to);
        } else {
            to.tag(Tag.HASH).hash(keys.apply(node));
        }
    }

    private void put(Object value, Shape shape, Sink to) {
        switch (shape) {
            case PLAIN -> Plain.put(value, to);
            case ENUM ->
                to.tag(Tag.ENUM)
                        .text(((Enum<?>) value).getDeclaringClass().getName())
                        .text(((Enum<?>) value).name());
            case TEXT -> to.tag(Tag.TEXT).text(value.getClass().getName()).text(value.toString());
            case FILE -> files.put(value instanceof File file ? file.toPath() : (Path) value, to);
            case NONE -> throw Unkeyable.noContent(value.getClass());
            default -> to.tag(Tag.HASH).hash(hash(value));
        }
    }

    /** The hash of something that holds other things. */
    byte[] hash(Object value) {
        byte[] there = known.get(value);
        if (there == null) {
            there = once(value);
        } else if (there.length == 0) {
            throw Unkeyable.because(
                    "a " + value.getClass().getTypeName() + " that contains itself. Pass what it holds");
        }
        return there;
    }

    private byte[] once(Object value) {
        if (depth > MOST_DEPTH) {
            throw Unkeyable.because("something nested deeper than " + MOST_DEPTH + " levels. Pass it in a flatter form,"
                    + " or as a file");
        }
        known.put(value, BEGUN);
        depth++;
        try {
            byte[] hash = hashed(sink -> putParts(value, Shape.of(value.getClass()), sink));
            known.put(value, hash);
            return hash;
        } catch (Unkeyable refused) {
            known.remove(value);
            throw refused;
        } finally {
            depth--;
        }
    }

    /** Something that is put into a sink. */
    interface Content {
        void put(Sink sink);
    }

    byte[] hashed(Content content) {
        Sink sink = free.isEmpty() ? new Sink() : free.pop();
        try {
            content.put(sink);
        } catch (Throwable thrown) {
            sink.end();
            throw thrown;
        } finally {
            free.push(sink);
        }
        return sink.end();
    }

    private void putParts(Object value, Shape shape, Sink to) {
        switch (shape) {
            case LIST -> putAll(Tag.LIST, ((Collection<?>) value).toArray(), to);
            case ORDERED_SET -> putAll(Tag.ORDERED_SET, ((Collection<?>) value).toArray(), to);
            case SET -> putSorted(Tag.SET, ((Collection<?>) value).toArray(), to);
            case ORDERED_MAP -> putAll(Tag.ORDERED_MAP, pairs((Map<?, ?>) value), to);
            case MAP -> putSorted(Tag.MAP, pairs((Map<?, ?>) value), to);
            case ARRAY -> putArray(value, to);
            case OPTIONAL -> putAll(Tag.OPTIONAL, ((Optional<?>) value).stream().toArray(), to);
            case ENTRY -> {
                Map.Entry<?, ?> entry = (Map.Entry<?, ?>) value;
                putAll(Tag.ENTRY, new Object[] {entry.getKey(), entry.getValue()}, to);
            }
            case RECORD -> {
                to.tag(Tag.RECORD).text(value.getClass().getName());
                putAll(Tag.LIST, Components.of((Record) value), to);
            }
            case LAMBDA -> to.tag(Tag.TASK).hash(functions.of(value));
            default -> Serialized.put(this, value, to);
        }
    }

    /** A list of results is put in like the node that gathers them. */
    void putAll(Tag tag, @Nullable Object[] items, Sink to) {
        to.tag(tag).number(items.length);
        for (Object item : items) {
            put(item, to);
        }
    }

    private void putSorted(Tag tag, @Nullable Object[] items, Sink to) {
        byte[][] hashes = new byte[items.length][];
        for (int i = 0; i < items.length; i++) {
            Object item = items[i];
            hashes[i] = hashed(sink -> put(item, sink));
        }
        Arrays.sort(hashes, Arrays::compare);
        to.tag(tag).number(hashes.length);
        for (byte[] hash : hashes) {
            to.hash(hash);
        }
    }

    private static Object[] pairs(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> Arrays.asList(entry.getKey(), entry.getValue()))
                .toArray();
    }

    private void putArray(Object array, Sink to) {
        to.tag(Tag.ARRAY).text(array.getClass().getComponentType().getName());
        if (array instanceof Object[] items) {
            putAll(Tag.LIST, items, to);
        } else {
            to.number(Array.getLength(array));
            Plain.putItems(array, to);
        }
    }
}
