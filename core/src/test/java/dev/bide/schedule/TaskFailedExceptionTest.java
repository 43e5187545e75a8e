package dev.bide.schedule;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaskFailedExceptionTest {
    private static TaskFailedException failed(Delayed<?> root) {
        return catchThrowableOfType(TaskFailedException.class, () -> root.compute(Schedulers.sync()));
    }

    // parse -> half -> store
    private final Delayed<Integer> parsed =
            Task1.<String, Integer>of(Integer::valueOf).named("parse").retry(1).call("x");
    private final Delayed<Integer> store =
            on(on(parsed).call(x -> x / 2).named("half")).call(x -> x).named("store");

    @Test
    void accessors_failedTask_tellWhatTheTextTells() {
        TaskFailedException failed = failed(store);

        assertThat(failed.key()).isEqualTo(Key.of("parse"));
        assertThat(failed.attempts()).hasSize(2);
        assertThat(failed.ledTo()).containsExactly(Key.of("half"), Key.of("store"));
        assertThat(failed.callSite().toString()).startsWith("dev.bide.schedule.TaskFailedExceptionTest.<init>(");
        assertThat(failed).hasCauseExactlyInstanceOf(NumberFormatException.class);
    }

    static double fit(double[][] train, double gamma) {
        if (gamma > 1) {
            throw new IllegalStateException(gamma + " is too much for " + train.length);
        }
        return gamma;
    }

    // split -> fit
    @Test
    void inputs_methodWithNamedParameters_haveNameValueAndOrigin() {
        Delayed<double[][]> split = task(() -> new double[3][2]).named("split").call();

        TaskFailedException failed = failed(task(TaskFailedExceptionTest::fit).call(split, 2.5));

        assertThat(failed.inputs()).containsExactly("train double[3][], from split", "gamma 2.5");
        assertThat(failed.details()).contains("inputs     train double[3][], from split · gamma 2.5");
    }

    // parse fails at once, then at its only retry
    @Test
    void attempts_taskWithARetry_areTold() {
        List<Attempt> attempts = failed(store).attempts();

        assertThat(attempts).extracting(Attempt::number).containsExactly(1, 2);
        assertThat(attempts)
                .extracting(Attempt::worker)
                .containsOnly(Thread.currentThread().getName());
        assertThat(attempts)
                .allSatisfy(attempt -> assertThat(attempt.failure()).isInstanceOf(NumberFormatException.class));
        assertThat(attempts.get(1).time()).isPositive();
    }

    @Test
    void ledTo_anyFailure_cannotBeChanged() {
        TaskFailedException failed = failed(store);

        assertThatThrownBy(() -> failed.ledTo().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    // list(no function): there is no line to tell
    @Test
    void of_taskWithoutALine_hasNone() {
        Plan plan = Plan.of(gather(List.of(parsed)));

        TaskFailedException failed = TaskFailedException.of(
                plan,
                plan.root(),
                new Object[] {1},
                List.of(new Attempt(1, "main", null, new IllegalStateException("why"))),
                1);

        assertThat(failed.callSite()).isNull();
        assertThat(failed)
                .hasMessage(
                        "task list failed: java.lang.IllegalStateException: why"
                                + "\n    inputs     1, from parse\n    again      run.rerun(\"list\") runs this task alone, in your thread");
    }

    @Test
    void serialised_failure_keepsItsTextAndLosesTheLine() throws Exception {
        TaskFailedException failed = failed(store);

        TaskFailedException copy = copy(failed);

        assertThat(copy).hasMessage(failed.getMessage()).hasCauseInstanceOf(NumberFormatException.class);
        assertThat(copy.key()).isEqualTo(failed.key());
        assertThat(copy.ledTo()).isEqualTo(failed.ledTo());
        assertThat(copy.attempts()).hasSize(2);
        assertThat(copy.callSite()).isNull();
    }

    private static TaskFailedException copy(TaskFailedException failed) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failed);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (TaskFailedException) in.readObject();
        }
    }
}
