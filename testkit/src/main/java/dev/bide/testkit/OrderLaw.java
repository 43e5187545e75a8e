package dev.bide.testkit;

import static dev.bide.Bide.action;
import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.event.Event;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Key;
import dev.bide.order.Order;
import dev.bide.schedule.RunOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code after} orders calls that share no data; one thread alone follows the priority order exactly. */
abstract class OrderLaw extends Law {
    OrderLaw(SchedulerContract contract) {
        super(contract);
    }

    private static Delayed<String> noted(Notes ran, String name) {
        return task(() -> ran.add(name)).call();
    }

    //   first ..> second ..> third      no data between them
    @Test
    void after_oneOther_runsLater() {
        Notes ran = new Notes();
        Delayed<String> first = noted(ran, "first");
        Delayed<String> second = noted(ran, "second").after(first);
        Delayed<String> third = noted(ran, "third").after(second);
        result(gather(List.of(third, second, first))).isEqualTo(List.of("third", "second", "first"));
        assertThat(ran.all()).containsExactly("first", "second", "third");
    }

    //   w w .. w ..> reader      twenty writers
    @Test
    void after_manyOthers_runsAfterAllOfThem() {
        Tally writes = new Tally();
        DelayedList<@Nullable Void> writers = action((Integer i) -> writes.of("write", i))
                .each(java.util.stream.IntStream.range(0, 20).boxed().toList());
        Delayed<Integer> reader = task(() -> writes.of("write")).call().after(writers);
        result(reader).isEqualTo(20);
    }

    //   extra ..> value
    @Test
    void after_onAValue_runsTheOther() {
        Tally calls = new Tally();
        Delayed<Integer> late = value(7).after(task(() -> calls.of("extra", 1)).call());
        result(late.then(x -> x + 1)).isEqualTo(8);
        assertThat(calls.of("extra")).isEqualTo(1);
    }

    //   extra ..> list of (a, b)
    @Test
    void after_onALazyList_runsTheOther() {
        Tally calls = new Tally();
        DelayedList<Integer> list = task((Integer x) -> x).each(List.of(1, 2));
        result(list.after(task(() -> calls.of("extra", 1)).call())).isEqualTo(List.of(1, 2));
        assertThat(calls.of("extra")).isEqualTo(1);
    }

    //   a ==> call      a is an argument and an `after` too
    @Test
    void after_whatIsADependencyAnyway_runsOnce() {
        Tally calls = new Tally();
        Delayed<Integer> a = task(() -> calls.of("a", 1)).call();
        result(on(a, 1).call(Integer::sum).after(a, a)).isEqualTo(2);
        assertThat(calls.of("a")).isEqualTo(1);
    }

    //   first ..> grown --> (grows to) inside
    @Test
    void after_onAGraphThatGrows_runsTheOtherFirst() {
        Notes ran = new Notes();
        Delayed<String> grown =
                value("x").thenDelayed(x -> noted(ran, "inside")).after(noted(ran, "first"));
        result(grown).isEqualTo("inside");
        assertThat(ran.all()).containsExactly("first", "inside");
    }

    //   l0  l1  ..  l8
    //    \  / \    / \
    //     c0   c1 ..  c8
    //       \  |  /
    //        sum
    @Test
    void compute_oneThread_followsThePriorityOrderExactly() {
        assumeTrue(traits().onCallersThread(), "parallel schedulers choose among what is ready");
        DelayedList<Integer> leaves = task((Integer x) -> x)
                .named("leaf")
                .each(java.util.stream.IntStream.range(0, 9).boxed().toList());
        List<Delayed<Integer>> pairs = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            pairs.add(on(leaves.get(i), leaves.get((i + 5) % 9))
                    .call(Integer::sum)
                    .named("pair" + i));
        }
        Delayed<Integer> sum = gather(pairs).then(List::size).named("sum");
        List<Key> started = new ArrayList<>();
        compute(sum, RunOptions.defaults().listener(event -> noteStarted(event, started)));
        assertThat(started).isEqualTo(Order.of(sum.graph()));
    }

    private static void noteStarted(Event event, List<Key> keys) {
        if (event instanceof TaskEvent of && of.step() == Step.STARTED) {
            keys.add(of.key());
        }
    }
}
