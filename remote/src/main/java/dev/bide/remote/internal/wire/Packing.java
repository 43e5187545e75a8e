package dev.bide.remote.internal.wire;

import dev.bide.graph.CallSite;
import dev.bide.graph.Detached;
import dev.bide.graph.Handling;
import dev.bide.graph.Hole;
import dev.bide.graph.Kind;
import dev.bide.graph.Node;
import dev.bide.graph.TaskOptions;
import dev.bide.graph.Transit;
import dev.bide.remote.codec.Codec;
import dev.bide.remote.codec.UnencodableException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes bytes of functions, and of the calls that they have captured, and those that these need. A call that the other side
 * knows goes as its handle.
 *
 * <p>Open, it belongs to its thread. The calls are written one by one, however deep the graph is.
 */
public final class Packing extends Transit {
    /** How arguments are written: what follows is nothing, nothing, bytes, and bytes with the number of holes. */
    static final int HOLE = 0;

    static final int NULL = 1;
    static final int VALUE = 2;
    static final int HOLED = 3;

    /** What follows is the number of a value that has gone apart. */
    static final int SHARED = 4;

    /** What a task says of its results, as bits: anything at all, and then some. */
    static final int OPTIONS = 1;

    static final int PURE = 2;
    static final int STORED = 4;

    private final Sharing sharing;
    private final ToIntFunction<Node> handles;
    private final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final IdentityHashMap<CallSite, Integer> lines = new IdentityHashMap<>();
    private final IdentityHashMap<Object, Integer> functionNumbers = new IdentityHashMap<>();
    private final List<byte[]> functions = new ArrayList<>();

    /**
     * Begins.
     *
     * @param sharing makes bytes of functions and values, and knows what goes apart
     * @param handles the handle of a call that the other side knows, negative if it does not
     */
    private Packing(Sharing sharing, ToIntFunction<Node> handles) {
        this.sharing = sharing;
        this.handles = handles;
    }

    @Override
    protected int apart(Object captured) {
        return sharing.numberOf(captured);
    }

    @Override
    protected int leave(Node node) {
        int handle = handles.applyAsInt(node);
        if (handle >= 0) {
            return ~handle;
        }
        return numbers.computeIfAbsent(node, unknown -> {
            nodes.add(unknown);
            return nodes.size() - 1;
        });
    }

    /**
     * Packs a function with what it captured.
     *
     * @param sharing makes bytes of functions and values, and knows what goes apart
     * @param handles the handle of a call that the other side knows, negative if it does not
     * @param function the function
     * @return what {@link Unpacking#function} reads
     */
    public static byte[] function(Sharing sharing, ToIntFunction<Node> handles, Object function) {
        try (Packing packing = new Packing(sharing, handles)) {
            Writer out = new Writer().bytes(sharing.encode(function));
            packing.finish(out);
            return out.toBytes();
        }
    }

    /** The same of a value that captured no call. */
    static byte[] plain(byte[] value) {
        return new Writer().bytes(value).number(0).number(0).toBytes();
    }

    /**
     * Packs a graph.
     *
     * @param codec makes bytes of functions and values
     * @param handles the handle of a call that the other side knows, negative if it does not
     * @param root the root
     * @return what {@link Unpacking#graph} reads
     */
    public static byte[] graph(Codec codec, ToIntFunction<Node> handles, Node root) {
        Sharing sharing = Sharing.with(codec);
        try (Packing packing = new Packing(sharing, handles)) {
            Writer graph = new Writer().number(packing.leave(root));
            packing.finish(graph);
            Writer out = new Writer().number(sharing.parcels().size());
            sharing.parcels().forEach(out::bytes);
            return out.append(graph).toBytes();
        }
    }

    /** Each call may bring more. */
    private void finish(Writer out) {
        Writer calls = new Writer();
        for (int i = 0; i < nodes.size(); i++) {
            call(calls, nodes.get(i));
        }
        out.number(functions.size());
        functions.forEach(out::bytes);
        out.number(nodes.size());
        out.append(calls);
    }

    private void call(Writer out, Node node) {
        Detached call = Detached.of(node);
        out.octet(call.kind());
        out.number(call.functions().size());
        call.functions().forEach(function -> out.number(numberOf(function)));
        parts(out, sharing, call);
        List<Node> dependencies = Detached.dependencies(node);
        out.number(dependencies.size());
        dependencies.forEach(dependency -> out.number(leave(dependency)));
        label(out, Detached.label(node));
    }

    private int numberOf(Object function) {
        return functionNumbers.computeIfAbsent(function, unknown -> {
            functions.add(sharing.encode(unknown));
            return functions.size() - 1;
        });
    }

    private void label(Writer out, Detached.Label label) {
        out.text(label.name());
        optional(out, label.key() == null ? null : label.key());
        line(out, label.site());
        line(out, label.taskSite());
        optional(out, label.handling().equals(Handling.NONE) ? null : label.handling());
        options(out, label.options());
    }

    /** Many calls have the line of their task in common: 0 for none, 1 and a new one, or the number of a known one behind these. */
    private void line(Writer out, @Nullable CallSite site) {
        Integer known = site == null ? null : lines.get(site);
        if (site != null && known == null) {
            lines.put(site, lines.size());
            out.number(1).bytes(sharing.encode(site.line()));
        } else {
            out.number(known == null ? 0 : known + 2);
        }
    }

    private void options(Writer out, TaskOptions options) {
        if (options.equals(TaskOptions.NONE)) {
            out.octet(0);
            return;
        }
        out.octet(OPTIONS | (options.pure() ? PURE : 0) | (options.stored() ? STORED : 0));
        optional(out, options.name());
        optional(out, options.version());
    }

    private void optional(Writer out, @Nullable Object value) {
        out.octet(value == null ? 0 : 1);
        if (value != null) {
            out.bytes(sharing.encode(value));
        }
    }

    /** Writes the details and the arguments of a call. */
    static void parts(Writer out, Sharing sharing, Detached call) {
        out.number(call.details().size());
        call.details().forEach(detail -> out.bytes(sharing.encode(detail)));
        out.number(call.arguments().size());
        for (int i = 0; i < call.arguments().size(); i++) {
            try {
                argument(out, sharing, call.arguments().get(i));
            } catch (UnencodableException refused) {
                throw call.kind() == Kind.VALUE ? refused : refused.ofArgument(numberOf(call, i));
            }
        }
    }

    private static void argument(Writer out, Sharing sharing, @Nullable Object argument) {
        if (argument instanceof Hole) {
            out.octet(HOLE);
        } else if (argument == null) {
            out.octet(NULL);
        } else if (argument instanceof Detached.Holed holed) {
            out.octet(HOLED).bytes(sharing.encode(holed.structure())).number(holed.holes());
        } else {
            value(out, sharing, argument);
        }
    }

    /** Which argument it is to the user: of a call that does several, the arguments of all steps stand in one row. */
    private static int numberOf(Detached call, int index) {
        int left = index;
        for (Object detail : call.details()) {
            if (!(detail instanceof Detached.Step step)) {
                break;
            }
            int own = step.hole() < 0 ? step.arguments() : step.arguments() - 1;
            if (left < own) {
                return step.hole() < 0 || left < step.hole() ? left + 1 : left + 2;
            }
            left -= own;
        }
        return left + 1;
    }

    private static void value(Writer out, Sharing sharing, Object argument) {
        int number = sharing.numberOf(argument);
        if (number >= 0) {
            out.octet(SHARED).number(number);
        } else {
            out.octet(VALUE).bytes(sharing.encode(argument));
        }
    }
}
