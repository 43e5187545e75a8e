package dev.bide.graph;

import dev.bide.testkit.Elsewhere;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends values and functions through JDK serialisation and back. Nodes come back as they are, as numbers of nodes would. */
public final class Travelling {
    private Travelling() {}

    /** Stands for a node. */
    private record Numbered(int number) implements Serializable {}

    /** Stands for an {@code Optional}, which codecs know, but not this one. */
    private record Held(@Nullable Object value) implements Serializable {}

    /** Writes what a codec would, and remembers the nodes. */
    private static final class Output extends ObjectOutputStream {
        private final List<Node> nodes;

        Output(OutputStream to, List<Node> nodes) throws IOException {
            super(to);
            this.nodes = nodes;
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object written) {
            if (written instanceof Node node) {
                nodes.add(node);
                return new Numbered(nodes.size() - 1);
            }
            if (written instanceof Optional<?> optional) {
                return new Held(optional.orElse(null));
            }
            if (written instanceof Map.Entry<?, ?> entry && !(written instanceof Serializable)) {
                return new SimpleImmutableEntry<>(entry);
            }
            return Elsewhere.of(written);
        }
    }

    /** Reads it. */
    private static final class Input extends ObjectInputStream {
        private final List<Node> nodes;

        Input(InputStream from, List<Node> nodes) throws IOException {
            super(from);
            this.nodes = nodes;
            enableResolveObject(true);
        }

        @Override
        protected Object resolveObject(Object read) {
            if (read instanceof Numbered node) {
                return nodes.get(node.number());
            }
            return read instanceof Held held ? Optional.ofNullable(held.value()) : read;
        }
    }

    /** What is sent. */
    public static byte[] bytes(@Nullable Object value) {
        return bytes(value, new ArrayList<>());
    }

    /**
     * What is sent.
     *
     * @param nodes takes the nodes that were met, which are not sent
     */
    static byte[] bytes(@Nullable Object value, List<Node> nodes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Output out = new Output(bytes, nodes)) {
            out.writeObject(value);
        } catch (IOException cannotTravel) {
            throw new AssertionError("cannot travel: " + value, cannotTravel);
        }
        return bytes.toByteArray();
    }

    /**
     * What has come.
     *
     * @param nodes the nodes that were met when it was written
     */
    public static @Nullable Object read(byte[] bytes, List<Node> nodes) {
        try (Input in = new Input(new ByteArrayInputStream(bytes), nodes)) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException unreadable) {
            throw new AssertionError("cannot be read", unreadable);
        }
    }

    /** A copy; what is no more than a number is one of itself. */
    static @Nullable Object copy(@Nullable Object value) {
        if (value == null
                || value instanceof Number && value.getClass().getName().startsWith("java.lang.")) {
            return value;
        }
        List<Node> nodes = new ArrayList<>();
        return read(bytes(value, nodes), nodes);
    }

    /** A copy of what a task threw, or that itself where nothing can be said of it. */
    static Throwable thrown(Throwable failure) {
        try {
            return (Throwable) Objects.requireNonNull(copy(failure));
        } catch (RuntimeException | Error hostile) {
            return failure;
        }
    }

    /** Throws what a task threw. */
    public static void rethrow(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (Exception) failure;
    }
}
