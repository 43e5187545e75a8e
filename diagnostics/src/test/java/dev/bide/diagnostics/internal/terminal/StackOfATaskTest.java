package dev.bide.diagnostics.internal.terminal;

import static dev.bide.Bide.action;
import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of what a real task throws, the user's frames are shown and Bide's are not. */
@SuppressWarnings("serial") // javac guards whatever a package named internal passes as a serialisable lambda
class StackOfATaskTest {
    private static int fail(int x) {
        throw new IllegalStateException("bad " + x);
    }

    private static void act(int x) {
        fail(x);
    }

    private static Delayed<Integer> grow(int x) {
        return value(fail(x));
    }

    static List<Delayed<?>> calls() {
        return List.of(
                task(StackOfATaskTest::fail).call(1),
                task(StackOfATaskTest::fail).retry(1).call(1),
                task(StackOfATaskTest::fail).each(List.of(1, 2)),
                action(StackOfATaskTest::act).call(1),
                on(1).call(StackOfATaskTest::fail),
                on(1, 2).call((x, y) -> fail(x)),
                on(value(1), value(2), value(3), value(4), value(5)).call((a, b, c, d, e) -> fail(a)),
                on(1).run(StackOfATaskTest::act),
                value(1).then(StackOfATaskTest::fail),
                on(gather(List.of(value(1)))).call(list -> fail(list.get(0))),
                value(1).thenDelayed(StackOfATaskTest::grow),
                on(1).call(x -> x).thenDelayed(StackOfATaskTest::grow));
    }

    private static List<String> stack(Delayed<?> call, Scheduler scheduler) {
        TaskFailedException failed = catchThrowableOfType(TaskFailedException.class, () -> call.compute(scheduler));
        return ShortStack.of(failed.getCause());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void of_anyKindOfCall_showsTheUsersFramesAlone(Delayed<?> call) {
        List<String> stack = stack(call, Schedulers.sync());

        assertThat(stack.get(0)).isEqualTo("java.lang.IllegalStateException: bad 1");
        assertThat(stack.get(1)).contains("StackOfATaskTest.fail(");
        assertThat(stack).last().asString().matches("    … \\d+ bide frames hidden \\(-Dbide.stack=full\\)");
        assertThat(stack.subList(1, stack.size() - 1)).allMatch(line -> line.contains("StackOfATaskTest"));
    }

    @Test
    void of_taskOnAThread_showsTheUsersFramesAlone() {
        assertThat(stack(task(StackOfATaskTest::fail).call(1), Schedulers.threads(1)))
                .hasSize(3);
    }

    @Test
    void of_methodOfTheJdk_showsItsFrames() {
        List<String> stack = stack(on("four").call(Integer::valueOf), Schedulers.sync());

        assertThat(stack.get(0)).contains("NumberFormatException");
        assertThat(stack.subList(1, stack.size() - 1)).allMatch(line -> line.startsWith("    at java."));
    }
}
