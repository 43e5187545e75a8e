package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task0;
import dev.bide.Task1;
import dev.bide.Task2;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PureCallTest {
    private final Task0<Integer> read = task(() -> 1);
    private final Task1<Object, Integer> hash = task(Object::hashCode).pure();
    private final Task2<Object, Object, Integer> pair =
            task((Object x, Object y) -> 1).pure();

    private static int tasks(Delayed<?> one, Delayed<?> other) {
        return Plan.of(on(one, other).call(List::of)).size() - 1;
    }

    // hash(a)  hash(a)
    //       \  /
    //        of
    @Test
    void of_equalPlainArguments_areOneTask() {
        assertThat(tasks(hash.call("a"), hash.call(String.valueOf(new char[] {'a'}))))
                .isOne();
        assertThat(tasks(hash.call(List.of(1)), hash.call(List.of(1)))).isOne();
        assertThat(tasks(pair.call((Object) null, "a"), pair.call((Object) null, "a")))
                .isOne();
    }

    // hash(a)  hash(b)
    //       \  /
    //        of
    @Test
    void of_differentPlainArguments_areTwoTasks() {
        assertThat(tasks(hash.call("a"), hash.call("b"))).isEqualTo(2);
        assertThat(tasks(pair.call("a", "b"), pair.call("b", "a"))).isEqualTo(2);
        assertThat(tasks(hash.call(1), hash.call(1L))).isEqualTo(2);
    }

    // hash(a)  other(a)
    //       \  /
    //        of
    @Test
    void of_differentFunctions_areTwoTasks() {
        Task1<Object, Integer> other = task(Object::hashCode).pure();

        assertThat(tasks(hash.call("a"), other.call("a"))).isEqualTo(2);
    }

    // hash(a)  hash(a)   both tasks have the function, one has retries that must not be lost
    //       \  /
    //        of
    @Test
    void of_twoTasksOfOneFunctionWithOptionsOfTheirOwn_areTwoTasks() {
        assertThat(tasks(hash.call("a"), hash.retry(1).call("a"))).isEqualTo(2);
        assertThat(tasks(hash.call("a"), hash.named("other").call("a"))).isEqualTo(2);
        assertThat(tasks(hash.call("a"), hash.pure().call("a"))).isOne();
    }

    // hash(a)  hash(a)   not pure
    //       \  /
    //        of
    @Test
    void of_equalCallsThatAreNotPure_areTwoTasks() {
        Task1<Object, Integer> impure = task(Object::hashCode);

        assertThat(tasks(impure.call("a"), impure.call("a"))).isEqualTo(2);
    }

    //      read
    //      /  \
    //   hash  hash
    //      \  /
    //       of
    @Test
    void of_equalDependencies_areOneTask() {
        Delayed<Integer> source = read.call();

        assertThat(tasks(hash.call(source), hash.call(source))).isEqualTo(2);
        assertThat(tasks(hash.call(source), hash.call(read.call()))).isEqualTo(4);
    }

    //   hash(a)  hash(a)
    //      |        |
    //     hash     hash
    //        \     /
    //          of
    @Test
    void of_linesOfEqualCalls_areOneLine() {
        assertThat(tasks(hash.call(hash.call("a")), hash.call(hash.call("a")))).isEqualTo(2);
    }

    // pair(read, read2)  pair(read2, read)
    @Test
    void of_dependenciesInOtherPlaces_areTwoTasks() {
        Delayed<Integer> one = read.call();
        Delayed<Integer> two = read.call();

        assertThat(tasks(pair.call(one, two), pair.call(two, one))).isEqualTo(4);
        assertThat(tasks(pair.call(one, "a"), pair.call("a", one))).isEqualTo(3);
    }

    // read
    //   |        the second hash runs after read
    // hash(a)  hash(a)
    @Test
    void of_callAfterOthers_isNotTheOneWithoutThem() {
        Delayed<Integer> call = hash.call("a");

        assertThat(tasks(call, call.after(read.call()))).isEqualTo(3);
    }

    @Test
    void of_oneValue_isOneTaskAndEqualValuesAreTwo() {
        Delayed<Object> a = value("a");

        assertThat(tasks(hash.call(a), hash.call(a))).isOne();
        assertThat(tasks(hash.call(a), hash.call(value("a")))).isEqualTo(2);
    }

    // hash(a)  hash(a)
    //       \  /
    //        of
    @Test
    void compute_equalCalls_giveTheResultToBoth() {
        Delayed<List<Integer>> both = on(hash.call("a"), hash.call("a")).call(List::of);

        assertThat(both.compute(Schedulers.sync())).containsExactly(97, 97);
    }

    /** An argument whose {@code hashCode} throws. */
    record Broken(Optional<String> text) {
        @Override
        public int hashCode() {
            throw new IllegalStateException("no hash");
        }
    }

    @Test
    void of_hashCodeThatThrows_leavesThePlannerUsable() {
        Delayed<Integer> call = hash.call(new Broken(Optional.empty()));

        assertThatThrownBy(() -> Plan.of(call))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no hash");
        assertThat(tasks(hash.call("a"), hash.call("a"))).isOne();
    }
}
