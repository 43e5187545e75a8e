package dev.bide.schedule;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task0;
import dev.bide.Task1;
import dev.bide.Task3;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The whole text of a failure. */
class FailureTextTest {
    private static final String HERE = "dev.bide.schedule.FailureTextTest.";

    static int parse(String text) {
        return Integer.parseInt(text);
    }

    static int fail(String text, List<String> list, int number) {
        throw new IllegalStateException("no " + text + list.size() + number);
    }

    static int none() {
        return Integer.parseInt("");
    }

    private static int nextLine() {
        return new Throwable().getStackTrace()[1].getLineNumber() + 1;
    }

    private static String textOf(Delayed<?> root) {
        return catchThrowableOfType(TaskFailedException.class, () -> root.compute(Schedulers.sync()))
                .getMessage();
    }

    // parse -> half -> store
    @Test
    void message_taskInTheMiddle_saysAll() {
        int line = nextLine();
        Task1<String, Integer> parse = task(FailureTextTest::parse);
        Delayed<Integer> parsed = parse.call("four");
        Delayed<Integer> half = on(parsed).call(x -> x / 2).named("half");
        Delayed<Integer> store = on(half).call(x -> x).named("store");

        String method = HERE + "message_taskInTheMiddle_saysAll(FailureTextTest.java:";
        assertThat(textOf(store)).isEqualTo("""
                        task parse failed: java.lang.NumberFormatException: For input string: "four"
                            called at  %s%d)
                            task from  %s%d)
                            inputs     text "four"
                            led to     half → store  (not run)
                            again      run.rerun("parse") runs this task alone, in your thread""".formatted(method, line + 1, method, line));
    }

    // fail
    @Test
    void message_rootWithRetries_countsItsAttempts() {
        int line = nextLine();
        Task3<String, List<String>, Integer, Integer> fail = task(FailureTextTest::fail);
        Delayed<Integer> failing = fail.retry(2).call("x", List.of("a", "b"), 7);

        String method = HERE + "message_rootWithRetries_countsItsAttempts(FailureTextTest.java:";
        assertThat(textOf(failing)).isEqualTo("""
                        task fail failed 3 of 3 attempts: java.lang.IllegalStateException: no x27
                            called at  %s%d)
                            task from  %s%d)
                            inputs     text "x" · list list of 2 · number 7
                            again      run.rerun("fail") runs this task alone, in your thread""".formatted(method, line + 1, method, line));
    }

    // fail (no arguments)
    @Test
    void message_taskWithoutArguments_hasNoInputs() {
        int line = nextLine();
        Task0<Integer> none = task(FailureTextTest::none);
        Delayed<Integer> failing = none.call();

        String method = HERE + "message_taskWithoutArguments_hasNoInputs(FailureTextTest.java:";
        assertThat(textOf(failing)).isEqualTo("""
                        task none failed: java.lang.NumberFormatException: For input string: ""
                            called at  %s%d)
                            task from  %s%d)
                            again      run.rerun("none") runs this task alone, in your thread""".formatted(method, line + 1, method, line));
    }

    // parse  parse
    //     \  /
    //     list
    @Test
    void message_rootIsAList_isNotLedTo() {
        assertThat(textOf(task(FailureTextTest::parse).each(List.of("one", "2"))))
                .startsWith("task parse-1 failed: java.lang.NumberFormatException: For input string: \"one\"\n")
                .doesNotContain("led to");
    }

    private static String ledTo(int dependents) {
        Delayed<Integer> end = task(FailureTextTest::parse).call("x");
        for (int i = 1; i <= dependents; i++) {
            end = on(end).call(x -> x).named("n" + i);
        }
        String text = textOf(end);
        return text.substring(text.indexOf("led to"), text.indexOf("\n    again"));
    }

    private static String numbered(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "n" + i).collect(Collectors.joining(" → "));
    }

    // parse -> n1 -> n2 -> ...
    @Test
    void message_longChain_isCutInTheMiddle() {
        List<String> texts = new ArrayList<>(List.of(ledTo(8), ledTo(9), ledTo(10), ledTo(100)));

        assertThat(texts)
                .containsExactly(
                        "led to     " + numbered(1, 8) + "  (not run)",
                        "led to     " + numbered(1, 8) + " → n9  (not run)",
                        "led to     " + numbered(1, 8) + " → … (1 more) → n10  (not run)",
                        "led to     " + numbered(1, 8) + " → … (91 more) → n100  (not run)");
    }
}
