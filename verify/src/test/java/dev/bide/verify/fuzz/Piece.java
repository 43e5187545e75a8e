package dev.bide.verify.fuzz;

import static dev.bide.Bide.ref;

import dev.bide.Delayed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An argument of a node of a raw graph, written down without Bide. */
sealed interface Piece {
    /** How deep the deepest structure may be. */
    int DEEPEST = 500;

    /** A value with nothing inside. */
    record Plain(@Nullable Object value) implements Piece {}

    /** A reference to another node. */
    record To(String key) implements Piece {}

    /** A lazy call, made without a key, and what it gives. */
    record Lazy(Delayed<?> call, @Nullable Object value) implements Piece {}

    /** A structure. */
    record Built(Form form, List<Piece> parts) implements Piece {}

    /** Lists of one element in each other, so many. */
    record Deep(int lists, Piece inside) implements Piece {}

    /** What the builder is given. */
    default @Nullable Object given() {
        if (this instanceof Plain plain) {
            return plain.value();
        }
        if (this instanceof To to) {
            return ref(to.key());
        }
        if (this instanceof Lazy lazy) {
            return lazy.call();
        }
        if (this instanceof Built built) {
            List<@Nullable Object> parts = new ArrayList<>();
            built.parts().forEach(part -> parts.add(part.given()));
            return built.form().given(parts);
        }
        Deep deep = (Deep) this;
        return nested(deep.lists(), deep.inside().given());
    }

    private static @Nullable Object nested(int lists, @Nullable Object inside) {
        Object value = inside;
        for (int i = 0; i < lists; i++) {
            value = Form.LIST.of(Collections.singletonList(value));
        }
        return value;
    }

    /** What a task should see, if {@code results} gives those of other nodes; {@link Outcome#FAILED} if one is missing. */
    default @Nullable Object expected(Function<String, @Nullable Object> results) {
        if (this instanceof Plain plain) {
            return plain.value();
        }
        if (this instanceof To to) {
            return results.apply(to.key());
        }
        if (this instanceof Lazy lazy) {
            return lazy.value();
        }
        if (this instanceof Built built) {
            List<@Nullable Object> parts = new ArrayList<>();
            built.parts().forEach(part -> parts.add(part.expected(results)));
            return parts.contains(Outcome.FAILED)
                    ? Outcome.FAILED
                    : built.form().of(parts);
        }
        Deep deep = (Deep) this;
        Object inside = deep.inside().expected(results);
        return inside == Outcome.FAILED ? inside : nested(deep.lists(), inside);
    }

    /** The keys it refers to, in order. */
    default List<String> refersTo() {
        if (this instanceof To to) {
            return List.of(to.key());
        }
        if (this instanceof Built built) {
            return built.parts().stream()
                    .flatMap(part -> part.refersTo().stream())
                    .toList();
        }
        return this instanceof Deep deep ? deep.inside().refersTo() : List.of();
    }

    /** Whether something in it waits for a result. */
    default boolean waits() {
        if (this instanceof Built built) {
            return built.parts().stream().anyMatch(Piece::waits);
        }
        return this instanceof Deep deep ? deep.inside().waits() : !(this instanceof Plain);
    }

    /** Whether the builder refuses it, {@code above} structures down. */
    default boolean refused(int above) {
        if (this instanceof Built built) {
            return built.form().refused() && waits()
                    || above > DEEPEST
                    || built.parts().stream().anyMatch(part -> part.refused(above + 1));
        }
        return this instanceof Deep deep
                && (above + deep.lists() - 1 > DEEPEST || deep.inside().refused(above + deep.lists()));
    }
}
