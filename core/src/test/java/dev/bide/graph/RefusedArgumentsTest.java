package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A {@code Delayed} where Bide cannot put its result is refused when the call is built. */
class RefusedArgumentsTest {
    private final Delayed<Integer> three = task("abc"::length).call();

    static class Typed {
        final Delayed<Integer> later;

        Typed(Delayed<Integer> later) {
            this.later = later;
        }
    }

    static final class Derived extends Typed {
        Derived(Delayed<Integer> later) {
            super(later);
        }
    }

    static final class Untyped {
        final Object anything;

        Untyped(Object anything) {
            this.anything = anything;
        }
    }

    static final class Many {
        final List<Delayed<Integer>> all = new ArrayList<>();
    }

    static final class Lazily {
        final Supplier<String> supplier = () -> "a";
    }

    record Exact(Delayed<Integer> later) {}

    private static void assertRefused(ThrowingCallable call, int position, String what) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("argument " + position + " is a " + what
                        + ", where Bide cannot put its result. Pass the Delayed as an argument of its own, or inside a"
                        + " List, Set, Map, array, Optional or record; or pass value(x) to hand x over untouched.");
    }

    private static String inField(Class<?> type, String field) {
        return type.getName() + " with a Delayed inside (field '" + field + "')";
    }

    @Test
    void call_objectWithADelayedField_isRefused() {
        assertRefused(() -> on(new Typed(three)), 1, inField(Typed.class, "later"));
        assertRefused(() -> on(new Derived(three)), 1, inField(Derived.class, "later"));
    }

    @Test
    void call_objectWithADelayedInAnObjectField_isRefused() {
        assertRefused(() -> on("a", new Untyped(three)), 2, inField(Untyped.class, "anything"));
    }

    @Test
    void call_objectWithAListOfDelayed_isRefused() {
        Many many = new Many();
        many.all.add(three);

        assertRefused(() -> on(many), 1, inField(Many.class, "all"));
    }

    @Test
    void call_refusedObjectInsideAList_isRefused() {
        assertRefused(() -> on(List.of("a", new Typed(three))), 1, inField(Typed.class, "later"));
    }

    @Test
    void call_objectWhoseDelayedFieldIsNull_isPassed() {
        Typed empty = new Typed(null);

        assertThat(on(empty).call(x -> x).compute(Schedulers.sync())).isSameAs(empty);
    }

    @Test
    void call_objectWithoutADelayed_isPassed() {
        Untyped plain = new Untyped("text");
        Lazily lazily = new Lazily();

        assertThat(on(plain).call(x -> x).compute(Schedulers.sync())).isSameAs(plain);
        assertThat(on(lazily).call(x -> x).compute(Schedulers.sync())).isSameAs(lazily);
    }

    @Test
    void call_objectWithAnEmptyListOfDelayed_isPassed() {
        Many none = new Many();

        assertThat(on(none).call(x -> x).compute(Schedulers.sync())).isSameAs(none);
    }

    @Test
    void call_delayedInASortedSet_isRefused() {
        SortedSet<Object> sorted = new TreeSet<>(Comparator.comparing(Object::toString));
        sorted.add(three);

        assertRefused(() -> on(sorted), 1, "java.util.TreeSet with a Delayed inside");
    }

    @Test
    void call_delayedInAQueue_isRefused() {
        Queue<Object> queue = new ArrayDeque<>(List.of(three));

        assertRefused(() -> on("a", "b", queue), 3, "java.util.ArrayDeque with a Delayed inside");
    }

    @Test
    void call_recordWhoseComponentMustBeADelayed_isRefused() {
        assertRefused(() -> on(new Exact(three)), 1, inField(Exact.class, "later"));
    }
}
