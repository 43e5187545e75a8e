package dev.bide.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does what a node of any kind does, with its arguments in an array. */
final class Calls {
    private Calls() {}

    @SuppressWarnings("unchecked")
    static @Nullable Object of(Node node, @Nullable Object[] arguments) throws Exception {
        return switch (node.kind) {
            case Kind.VALUE -> node.a0;
            case Kind.GATHER -> list(arguments);
            case Kind.STRUCTURE -> arguments[0];
            case Kind.ALIAS -> checked(node, arguments[0]);
            case Kind.EXPAND ->
                Objects.requireNonNull(
                        ((Fn1<@Nullable Object, @Nullable Object>) node.plainFunction()).apply(arguments[0]),
                        "the function of thenDelayed gave null where a Delayed is expected: give value(null) for the value null");
            case Kind.FUSED -> ((Fused) Objects.requireNonNull(node.function)).apply(arguments);
            default -> Functions.apply(node.kind, node.plainFunction(), arguments);
        };
    }

    /** What a node that gathers gives. */
    static List<?> list(@Nullable Object... results) {
        return Collections.unmodifiableList(Arrays.asList(results));
    }

    private static @Nullable Object checked(Node alias, @Nullable Object result) {
        if (result != null && alias.a1 instanceof Class<?> type && !type.isInstance(result)) {
            throw new IllegalArgumentException(
                    GraphErrors.wrongType(((Node) Objects.requireNonNull(alias.a0)).label(), result, type));
        }
        return result;
    }
}
