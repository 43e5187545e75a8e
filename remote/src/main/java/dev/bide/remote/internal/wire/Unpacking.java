package dev.bide.remote.internal.wire;

import dev.bide.graph.CallSite;
import dev.bide.graph.Detached;
import dev.bide.graph.Handling;
import dev.bide.graph.Hole;
import dev.bide.graph.Key;
import dev.bide.graph.Node;
import dev.bide.graph.TaskOptions;
import dev.bide.graph.Transit;
import dev.bide.remote.codec.Codec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Makes functions and graphs of what {@link Packing} wrote. Open, it belongs to its thread. */
public final class Unpacking extends Transit {
    private final Codec codec;
    private final Handles handles;
    private final IntFunction<Object> shared;
    private final List<byte[]> functionBytes = new ArrayList<>();
    private @Nullable Object[] functions = {};
    private final List<CallSite> lines = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private @Nullable Node[] nodes = {};

    private Unpacking(Codec codec, Handles handles, IntFunction<Object> shared) {
        this.codec = codec;
        this.handles = handles;
        this.shared = shared;
    }

    /** A call that has been read and not been made yet. */
    private record Sent(
            int kind,
            int[] functions,
            List<Object> details,
            List<@Nullable Object> arguments,
            int[] dependencies,
            Detached.Label label) {}

    /**
     * Unpacks a function.
     *
     * @param codec makes functions and values of bytes
     * @param handles the call that a handle stands for
     * @param shared what has gone apart, by its number
     * @param in what {@link Packing#function} wrote
     * @return the function
     */
    public static Object function(Codec codec, Handles handles, IntFunction<Object> shared, Reader in) {
        try (Unpacking unpacking = new Unpacking(codec, handles, shared)) {
            byte[] function = in.bytes();
            unpacking.read(in);
            return decoded(codec, function);
        }
    }

    /**
     * Unpacks a graph.
     *
     * @param codec makes functions and values of bytes
     * @param handles the call that a handle stands for
     * @param in what {@link Packing#graph} wrote
     * @return its root
     */
    public static Node graph(Codec codec, Handles handles, Reader in) {
        List<Object> values = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            values.add(function(codec, handles, values::get, new Reader(in.bytes())));
        }
        try (Unpacking unpacking = new Unpacking(codec, handles, values::get)) {
            int root = in.small();
            unpacking.read(in);
            return unpacking.arrive(root);
        }
    }

    private static Object decoded(Codec codec, byte[] bytes) {
        return Objects.requireNonNull(codec.decode(bytes, 0, bytes.length));
    }

    private void read(Reader in) {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            functionBytes.add(in.bytes());
        }
        functions = new Object[count];
        int calls = in.count();
        nodes = new Node[calls];
        for (int i = 0; i < calls; i++) {
            sent.add(call(in));
        }
    }

    private Sent call(Reader in) {
        int kind = in.octet();
        int[] called = in.numbers();
        List<Object> details = details(in, codec);
        List<@Nullable Object> arguments = arguments(in, codec, shared);
        int[] dependencies = in.numbers();
        Detached.Label label = new Detached.Label(
                in.text(), (Key) optional(in), line(in), line(in), handling(optional(in)), options(in));
        return new Sent(kind, called, details, arguments, dependencies, label);
    }

    private @Nullable Object optional(Reader in) {
        return in.octet() == 0 ? null : decoded(codec, in.bytes());
    }

    private @Nullable CallSite line(Reader in) {
        int number = in.small();
        if (number == 0) {
            return null;
        }
        if (number == 1) {
            lines.add(CallSite.of((StackTraceElement) decoded(codec, in.bytes())));
            return lines.get(lines.size() - 1);
        }
        if (number - 2 >= lines.size()) {
            throw new MalformedException("a graph has " + lines.size() + " lines and refers to number " + (number - 2));
        }
        return lines.get(number - 2);
    }

    private static Handling handling(@Nullable Object given) {
        return given == null ? Handling.NONE : (Handling) given;
    }

    private TaskOptions options(Reader in) {
        int flags = in.octet();
        return flags == 0
                ? TaskOptions.NONE
                : new TaskOptions(
                        (String) optional(in),
                        (flags & Packing.PURE) != 0,
                        (flags & Packing.STORED) != 0,
                        (String) optional(in),
                        Handling.NONE);
    }

    static List<Object> details(Reader in, Codec codec) {
        List<Object> details = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            details.add(decoded(codec, in.bytes()));
        }
        return details;
    }

    static List<@Nullable Object> arguments(Reader in, Codec codec, IntFunction<Object> shared) {
        List<@Nullable Object> arguments = new ArrayList<>();
        int holes = 0;
        for (int left = in.count(); left > 0; left--) {
            int tag = in.octet();
            if (tag == Packing.HOLE) {
                arguments.add(new Hole(holes++));
            } else if (tag == Packing.NULL) {
                arguments.add(null);
            } else if (tag == Packing.SHARED) {
                arguments.add(shared.apply(in.small()));
            } else {
                Object value = decoded(codec, in.bytes());
                int own = tag == Packing.HOLED ? in.small() : 0;
                holes += own;
                arguments.add(tag == Packing.HOLED ? new Detached.Holed(value, own) : value);
            }
        }
        return arguments;
    }

    @Override
    protected Object apart(int number) {
        return shared.apply(number);
    }

    @Override
    protected Node arrive(int number) {
        if (number < 0) {
            return handles.node(~number);
        }
        if (number >= nodes.length) {
            throw new MalformedException("a graph has " + nodes.length + " calls and refers to number " + number);
        }
        return made(number);
    }

    @Override
    protected void became(int number, Node node) {
        if (number < 0) {
            handles.became(~number, node);
        }
    }

    /** Makes what a call needs before it, without recursion; what its function captured is made when that is read. */
    private Node made(int number) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(number);
        while (!open.isEmpty()) {
            int next = open.peek();
            int before = open.size();
            if (nodes[next] == null) {
                pushMissing(open, sent.get(next).dependencies());
            }
            if (open.size() == before) {
                open.pop();
                link(next);
            }
        }
        return Objects.requireNonNull(nodes[number]);
    }

    private void pushMissing(Deque<Integer> open, int... dependencies) {
        for (int dependency : dependencies) {
            if (dependency >= 0 && nodes[dependency] == null) {
                open.push(dependency);
            }
        }
    }

    private void link(int number) {
        if (nodes[number] != null) {
            return;
        }
        Sent call = sent.get(number);
        List<Node> dependencies = new ArrayList<>();
        for (int dependency : call.dependencies()) {
            dependencies.add(arrive(dependency));
        }
        List<Object> called = new ArrayList<>();
        for (int function : call.functions()) {
            called.add(functionOf(function));
        }
        nodes[number] = Detached.of(call.kind(), called, call.arguments(), call.details())
                .linked(dependencies, call.label());
    }

    private Object functionOf(int number) {
        Object known = functions[number];
        if (known == null) {
            known = decoded(codec, functionBytes.get(number));
            functions[number] = known;
        }
        return known;
    }
}
