package dev.bide.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A node of a raw graph: one that was not made by a typed call. */
final class RawNode extends Node {
    private static final @Nullable Object[] NOTHING = {};

    private RawNode(int kind, @Nullable Object function, @Nullable Object[] arguments, @Nullable CallOptions options) {
        super(kind, function, at(arguments, 0), at(arguments, 1), at(arguments, 2), rest(kind, arguments), options);
    }

    private static @Nullable Object at(@Nullable Object[] arguments, int position) {
        return position < arguments.length ? arguments[position] : null;
    }

    private static @Nullable Object[] rest(int kind, @Nullable Object[] arguments) {
        if (Kind.isWide(kind)) {
            return arguments;
        }
        return arguments.length <= FIELDS ? NOTHING : Arrays.copyOfRange(arguments, FIELDS, arguments.length);
    }

    static Node value(Key key, @Nullable Object value) {
        return new RawNode(Kind.VALUE, null, new Object[] {value}, CallOptions.keyed(key, null));
    }

    static Node call(Key key, Task task, @Nullable Object[] arguments, @Nullable CallSite site) {
        return new RawNode(task.kind(), task, arguments, CallOptions.keyed(key, site));
    }

    static Node alias(Key key, Node target) {
        return new RawNode(Kind.ALIAS, null, new Object[] {target}, CallOptions.keyed(key, null));
    }

    static Node structure(Key key, Template template) {
        return new RawNode(Kind.STRUCTURE, null, new Object[] {template}, CallOptions.keyed(key, null));
    }

    static Node structure(@Nullable Object template) {
        return new RawNode(Kind.STRUCTURE, null, new Object[] {template}, null);
    }

    static Node gather(@Nullable Object[] nodes) {
        return new RawNode(Kind.GATHER, null, nodes, null);
    }

    static Node fused(Fused fused, @Nullable Object[] arguments, CallOptions options) {
        return new RawNode(Kind.FUSED, fused, arguments, options);
    }

    /** A call with something around it. */
    static Node wrapped(int kind, Wrapped wrapped, @Nullable Object[] arguments, @Nullable CallOptions options) {
        return new RawNode(kind, wrapped, arguments, options);
    }

    /** A call whose result is there already: it needs nothing, waits for nothing, and answers with the node to go on with. */
    static Node resumed(Wrapped wrapped, Object result) {
        CallOptions options = wrapped.origin().options;
        return new RawNode(Kind.EXPAND, wrapped, new Object[] {result}, options == null ? null : options.nameAlone());
    }

    /** A node that is given its arguments when it is called. */
    static Node bare(int kind, @Nullable Object function, @Nullable Object... arguments) {
        return new RawNode(kind, function, arguments, null);
    }

    /** A node of any kind but an alias. */
    static Node linked(
            int kind, @Nullable Object function, @Nullable Object[] arguments, @Nullable CallOptions options) {
        return new RawNode(kind, function, arguments, options);
    }

    /** A node like another with other arguments, in the same places. */
    static Node like(Node other, @Nullable Object[] arguments, @Nullable CallOptions options) {
        return new RawNode(other.kind, other.function, arguments, options);
    }
}
