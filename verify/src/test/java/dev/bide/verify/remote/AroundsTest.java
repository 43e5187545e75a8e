package dev.bide.verify.remote;

import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.graph.Recipe;
import dev.bide.graph.Rewriting;
import dev.bide.graph.Rewriting.Change;
import dev.bide.remote.driver.RemoteOptions;
import dev.bide.remote.driver.RemoteScheduler;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is put around calls that workers run, where it does more than to look on. */
class AroundsTest {
    private final LoopbackPool pool = new LoopbackPool(1, 1);
    private final RemoteScheduler workers = RemoteScheduler.over(pool, RemoteOptions.defaults());
    private final Task1<Integer, Integer> next = task((Integer x) -> x + 1);
    private final Task1<Integer, Integer> marked = next.named("marked");
    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void close() {
        workers.close();
    }

    private <T> Run<T> run(Node root, Change change, RunOptions options) {
        Function<Recipe, Change> rule = call -> call.name().equals("marked") ? change : Change.NONE;
        return workers.start(Plan.of(new Rewriting(rule).of(root)), options);
    }

    private <T> Run<T> run(Node root, Change change) {
        return run(root, change, RunOptions.defaults());
    }

    // next 1 -> marked -> next
    @Test
    void around_givesAnotherResult_thatIsTheTasks() {
        Change hundred = Change.around(body -> (Integer) body.apply() + 100);

        assertThat(run(next.call(marked.call(next.call(1))), hundred).get()).isEqualTo(104);
        assertThat(run(marked.call(1), hundred).get()).isEqualTo(102);
        assertThat(run(marked.call(1), Change.around(body -> null)).get()).isNull();
    }

    // marked -> (grows to) next
    @Test
    void around_growingCall_goesOnWithWhatItGives() {
        Delayed<Integer> grows = value(1).thenDelayed(x -> next(x)).named("marked");

        assertThat(run(grows, Change.around(body -> body.apply())).get()).isEqualTo(2);
        assertThat(run(grows, Change.around(body -> next(5))).get()).isEqualTo(6);
        assertThat(run(grows, Change.around(body -> value(7))).get()).isEqualTo(7);
    }

    private static Delayed<Integer> next(int number) {
        return value(number).then(x -> x + 1);
    }

    // marked -> next
    @Test
    void around_throws_isAnAttemptOfTheTask() {
        Change twice = Change.around(body -> {
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("attempt " + calls);
            }
            return body.apply();
        });

        assertThat(run(next.call(marked.retry(2).call(1)), twice).get()).isEqualTo(3);
        calls.set(0);
        assertThatThrownBy(() -> run(next.call(marked.call(1)), twice).get())
                .isInstanceOf(TaskFailedException.class)
                .hasRootCauseMessage("attempt 1");
    }

    // marked (there already) -> next
    @Test
    void resumed_valueGraphOrNeither_isTheTasks() {
        Delayed<Integer> root = next.call(marked.call(next.call(1)));

        Run<Integer> read = run(root, Change.resumed("key", () -> value(5)));
        assertThat(read.get()).isEqualTo(6);
        assertThat(read.progress().total()).isEqualTo(2);
        assertThat(run(root, Change.resumed("key", () -> next(5))).get()).isEqualTo(7);
        assertThatThrownBy(() -> run(root, Change.resumed("key", () -> {
                            throw new IllegalStateException("unreadable");
                        }))
                        .get())
                .isInstanceOf(TaskFailedException.class)
                .hasRootCauseMessage("unreadable");
    }

    // marked -> next      the worker is lost while its result is looked at, here
    @Test
    void around_workerIsLostMeanwhile_callIsRunAgain() {
        Change losing = Change.around(body -> {
            if (calls.incrementAndGet() == 1) {
                pool.replace(1, 2, "lost by the test");
            }
            return body.apply();
        });

        assertThat(run(next.call(marked.call(1)), losing).get()).isEqualTo(3);
        assertThat(calls).hasValue(2);
    }

    // marked (there already) -> next      the worker is lost while its result is read
    @Test
    void resumed_workerIsLostMeanwhile_isReadAgain() {
        Change losing = Change.resumed("key", () -> {
            if (calls.incrementAndGet() == 1) {
                pool.replace(1, 2, "lost by the test");
            }
            return value(5);
        });

        assertThat(run(next.call(marked.call(1)), losing).get()).isEqualTo(6);
    }

    // marked      its result is looked at until the run is over
    @Test
    void around_runIsCancelledMeanwhile_endsAndTheWorkerGoesOn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Change waiting = Change.around(body -> {
            begun.countDown();
            end.await();
            return body.apply();
        });
        Run<Integer> run = run(marked.call(1), waiting, RunOptions.defaults().grace(Duration.ofMinutes(5)));
        begun.await();
        run.cancel();
        assertThat(run.isDone()).isFalse();
        end.countDown();

        assertThatThrownBy(run::get).isInstanceOf(RunCancelledException.class);
        assertThat(next.call(1).compute(workers)).isEqualTo(2);
    }
}
