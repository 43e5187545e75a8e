package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task0;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The nodes that a function of {@code thenDelayed} has captured. */
class CapturesTest {
    private final Task0<Integer> read = task(() -> 1).named("read");

    private static Set<Node> captures(Fn1<Integer, Delayed<Integer>> function, Node... known) {
        return Captures.of(on(1).call(x -> x).thenDelayed(function), List.of(known)::contains);
    }

    @Test
    void of_functionWithoutCaptures_isEmpty() {
        assertThat(captures(x -> null, read.call())).isEmpty();
    }

    @Test
    void of_capturedDelayed_isFound() {
        Delayed<Integer> one = read.call();
        Delayed<Integer> other = read.call();

        assertThat(captures(x -> x > 0 ? one : other)).containsExactlyInAnyOrder(one, other);
    }

    // source
    //   |
    //  one (known)
    //   |
    // next (captured)
    @Test
    void of_capturedNode_isFollowedAsFarAsKnownOnes() {
        Delayed<Integer> source = read.call();
        Delayed<Integer> one = on(source).call(x -> x + 1);
        Delayed<Integer> next = on(one).call(x -> x + 1);

        assertThat(captures(x -> next, one)).containsExactly(next, one);
        assertThat(captures(x -> next)).containsExactly(next, one, source);
    }

    @Test
    void of_capturedStructures_areSearched() {
        Delayed<Integer> one = read.call();
        List<Map<String, Optional<Delayed<Integer>>>> nested = List.of(Map.of("a", Optional.of(one)));

        assertThat(captures(x -> nested.get(0).get("a").orElseThrow(), one)).containsExactly(one);
    }

    @Test
    void of_capturedQueue_isSearched() {
        Delayed<Integer> one = read.call();
        Queue<Delayed<Integer>> queue = new ArrayDeque<>(List.of(one));

        assertThat(captures(x -> queue.peek(), one)).containsExactly(one);
    }

    // read => one, taken from a queue
    @Test
    void compute_functionThatCapturedAQueue_goesOn() {
        Queue<Delayed<Integer>> queue = new ArrayDeque<>(List.of(read.call()));

        assertThat(on(0).call(x -> x).thenDelayed(x -> queue.peek()).compute(Schedulers.sync()))
                .isEqualTo(1);
    }
}
