package dev.bide;

import static dev.bide.Bide.action;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every number of arguments, in the order in which they were given. */
class ArityTest {
    private static final Delayed<Integer> D = value(9);

    private final List<String> ran = new ArrayList<>();

    private static <T> T computed(Delayed<T> call) {
        return call.compute(Schedulers.sync());
    }

    @Test
    void task_plainArguments_takesThemInOrder() {
        assertThat(computed(task(() -> "none").call())).isEqualTo("none");
        assertThat(computed(task((Integer a) -> "" + a).call(1))).isEqualTo("1");
        assertThat(computed(task((Integer a, Integer b) -> "" + a + b).call(1, 2)))
                .isEqualTo("12");
        assertThat(computed(task((Integer a, Integer b, Integer c) -> "" + a + b + c)
                        .call(1, 2, 3)))
                .isEqualTo("123");
        assertThat(computed(task((Integer a, Integer b, Integer c, Integer d) -> "" + a + b + c + d)
                        .call(1, 2, 3, 4)))
                .isEqualTo("1234");
    }

    @Test
    void task_plainAndDelayedArguments_mayBeMixed() {
        Task3<Integer, Integer, Integer, String> three = task((Integer a, Integer b, Integer c) -> "" + a + b + c);

        assertThat(computed(three.call(D, 2, 3))).isEqualTo("923");
        assertThat(computed(three.call(1, D, 3))).isEqualTo("193");
        assertThat(computed(three.call(1, 2, D))).isEqualTo("129");
        assertThat(computed(three.call(D, D, 3))).isEqualTo("993");
        assertThat(computed(three.call(D, D, D))).isEqualTo("999");
    }

    @Test
    void on_delayedArguments_takesThemInOrder() {
        Delayed<Integer> e = value(8);
        Delayed<String> five = on(D, e, D, e, D).call((a, b, c, d, f) -> "" + a + b + c + d + f);
        Delayed<String> six = on(D, e, D, e, D, e).call((a, b, c, d, f, g) -> "" + a + b + c + d + f + g);
        Delayed<String> seven = on(D, e, D, e, D, e, D).call((a, b, c, d, f, g, h) -> "" + a + b + c + d + f + g + h);
        Delayed<String> eight =
                on(D, e, D, e, D, e, D, e).call((a, b, c, d, f, g, h, i) -> "" + a + b + c + d + f + g + h + i);

        assertThat(Bide.compute(five, six, seven, eight)).containsExactly("98989", "989898", "9898989", "98989898");
    }

    @Test
    void action_anyNumberOfArguments_takesThemInOrder() {
        computed(action(() -> ran.add("none")).call());
        computed(action((Integer a) -> ran.add("" + a)).call(1));
        computed(action((Integer a, Integer b) -> ran.add("" + a + b)).call(1, D));
        computed(on(1, 2, 3).run((a, b, c) -> ran.add("" + a + b + c)));
        computed(on(1, 2, 3, D).run((a, b, c, d) -> ran.add("" + a + b + c + d)));
        computed(on(D, D, D, D, D, D, D, D).run((a, b, c, d, e, f, g, h) -> ran.add("" + a + h)));

        assertThat(ran).containsExactly("none", "1", "19", "123", "1239", "99");
    }

    @Test
    void each_secondArgument_isTheSameInEveryCall() {
        Task2<Integer, Integer, Integer> add = Task2.of(Math::addExact);

        assertThat(computed(add.each(List.of(1, 2), 10))).containsExactly(11, 12);
        assertThat(computed(add.each(List.of(1, 2), D))).containsExactly(10, 11);
        assertThat(computed(add.each(add.each(List.of(1, 2), 10), D))).containsExactly(20, 21);
    }
}
