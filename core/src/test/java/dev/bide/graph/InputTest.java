package dev.bide.graph;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.Task2;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** What the inputs of a task are called, and where they come from. */
class InputTest {
    record Model(String data, double gamma) {}

    interface Shape {
        Object grow(Shape by);
    }

    static final class Box implements Shape {
        final int width;

        Box(int size) {
            this.width = size;
        }

        int scaled(int factor) {
            return width * factor;
        }

        @Override
        public Box grow(Shape other) {
            return this;
        }
    }

    static final class Unit implements Supplier<Unit> {
        @Override
        public Unit get() {
            return this;
        }
    }

    private static int add(int left, int right) {
        return left + right;
    }

    private static int sum(int first, int... others) {
        return first + others.length;
    }

    private static final int SHIFT = new Box(7).width;

    private static int captured(int x, int shift) {
        return x + shift;
    }

    private static Delayed<?> withCapture(int shift) {
        return on(1).call(x -> captured(x, shift) + SHIFT);
    }

    static final List<Arguments> FUNCTIONS = List.of(
            Arguments.of("static method", on(1, 2).call(InputTest::add), "left right"),
            Arguments.of("bound method", on(3).call(new Box(2)::scaled), "factor"),
            Arguments.of("unbound method", on(new Box(2), 3).call(Box::scaled), "? factor"),
            Arguments.of("constructor", on(3).call(Box::new), "size"),
            Arguments.of("constructor of a record", on("a", 0.5).call(Model::new), "data gamma"),
            Arguments.of(
                    "method with a bridge", on(new Box(2), (Shape) new Box(1)).call(Box::grow), "? other"),
            Arguments.of("getter with a bridge", on(new Unit()).call(Unit::get), "?"),
            Arguments.of("accessor", on(new Model("a", 1)).call(Model::data), "?"),
            Arguments.of("method of the JDK", on("a", "b").call(String::concat), "? ?"),
            Arguments.of("varargs", on(1, 2).call((x, y) -> sum(x, y)), "? ?"),
            Arguments.of("lambda that captures", withCapture(2), "?"));

    private static List<Input> inputs(Node root) {
        Plan plan = Plan.of(root);
        return plan.inputs(plan.root(), new Object[root.argumentCount()]);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("FUNCTIONS")
    void parameter_ofAFunction_isAsTheCompilerWroteIt(String kind, Delayed<?> call, String names) {
        assertThat(inputs(call))
                .as(kind)
                .extracting(input -> input.parameter() == null ? "?" : input.parameter())
                .containsExactly(names.split(" "));
    }

    @Test
    void parameter_varargsAsTheyAre_hasNoFalseName() {
        Task2<Integer, Integer, Integer> task = Task2.of(InputTest::sum);

        assertThat(inputs(task.call(1, 2)))
                .hasSize(2)
                .extracting(Input::parameter)
                .doesNotContain("others");
    }

    @Test
    void parameter_objectThatIsNoLambda_isUnknown() {
        Task1<Integer, Integer> task = task(new Fn1<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Integer apply(Integer own) {
                return own;
            }
        });

        assertThat(inputs(task.call(1))).extracting(Input::parameter).containsExactly((String) null);
    }

    // one  two
    //   \  /|
    //   add |   with a list of both, a value and itself
    @Test
    void from_inputsOfAllKinds_isTheTaskThatMadeThem() {
        Delayed<Integer> one = on(1).call(x -> x).named("one");
        Delayed<Integer> two = on(2).call(x -> x).named("two");
        Delayed<List<Integer>> both = gather(List.of(one, two)).named("both");
        Delayed<?> root = on(value(7), List.of(one, two), two, both)
                .call((a, b, c, d) -> new ArrayList<Object>(List.of(a, b, c, d)))
                .named("root");

        assertThat(inputs(root))
                .extracting(input -> input.from() == null ? "-" : input.from().name())
                .containsExactly("-", "-", "two", "both");
    }

    @Test
    void value_ofAnInput_isTheArgument() {
        Plan plan = Plan.of(on(1, 2).call(InputTest::add));

        assertThat(plan.inputs(0, new Object[] {1, 2})).extracting(Input::value).containsExactly(1, 2);
    }
}
