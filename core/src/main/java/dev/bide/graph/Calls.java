package dev.bide.graph;

import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Does what a node of any kind does, with its arguments in an array. */
final class Calls {
    private Calls() {}

    @SuppressWarnings("unchecked")
    static @Nullable Object of(Node node, @Nullable Object[] arguments) throws Exception {
        return switch (node.kind) {
            case Kind.VALUE -> node.a0;
            case Kind.GATHER -> Collections.unmodifiableList(Arrays.asList(arguments));
            case Kind.STRUCTURE, Kind.ALIAS -> arguments[0];
            case Kind.EXPAND ->
                Objects.requireNonNull(
                        ((Fn1<@Nullable Object, @Nullable Object>) node.plainFunction()).apply(arguments[0]),
                        "the function of thenDelayed gave null where a Delayed is expected: give value(null) for the value null");
            case Kind.FUSED -> ((Fused) Objects.requireNonNull(node.function)).apply(arguments);
            default -> Functions.apply(node.kind, node.plainFunction(), arguments);
        };
    }
}
