package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.graph.Handling;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A task whose time is up takes with it the runs that it waits for. */
abstract class TimeoutInsideLaw extends Law {
    private final Gate gate = new Gate();
    private final Tally ends = new Tally();

    TimeoutInsideLaw(SchedulerContract contract) {
        super(contract);
    }

    private TaskFailedException late(Delayed<?> outer) {
        TaskFailedException failed = thrown(TaskFailedException.class, outer);
        assertThat(failed).hasCauseInstanceOf(TimeoutException.class);
        return failed;
    }

    //   outer ( waits --> never )
    @Test
    void timeout_taskWaitsForARun_cancelsThatRun() {
        Gate here = gate;
        Tally counted = ends;
        Delayed<Integer> inner = task(() -> here.pass(counted)).call().then(x -> counted.of("never", x));
        late(task(() -> inner.compute()).timeout(brief()).call());
        assertThat(ends.counts()).isEqualTo(Map.of("interrupted", 1));
    }

    //   outer ( waits, with retries )
    @Test
    void timeout_tasksOfThatRunHaveRetries_theyAreNotTriedAgain() {
        Gate here = gate;
        Tally counted = ends;
        Delayed<Integer> inner = task(() -> here.pass(counted)).retry(50).call();
        late(task(() -> inner.compute()).timeout(brief()).call());
        assertThat(ends.counts()).isEqualTo(Map.of("interrupted", 1));
    }

    //   outer ( waits ==X==> keeps going: w w .. w )
    @Test
    void timeout_thatRunKeepsGoing_itEndsAllTheSame() {
        Gate here = gate;
        Tally counted = ends;
        DelayedList<Integer> inner = task((Integer i) -> here.pass(counted)).each(upTo(50));
        late(task(() -> inner.compute(Schedulers.sync(), RunOptions.defaults().keepGoing()))
                .timeout(brief())
                .call());
        assertThat(ends.counts()).isEqualTo(Map.of("interrupted", 1));
    }

    //   outer ( t t .. t )      each works for a millisecond and asks nobody whether it may go on
    @Test
    void timeout_thatRunNeverBlocks_itEndsSoon() {
        Tally counted = ends;
        late(task(() -> task((Integer i) -> counted.of("ran", spin(i)))
                        .each(upTo(5_000))
                        .then(List::size)
                        .compute())
                .timeout(brief())
                .call());
        assertThat(ends.of("ran")).isLessThan(4_000);
    }

    //   outer ( t --> t --> .. --> t )      each swallows its interrupt
    @Test
    void timeout_tasksOfThatRunSwallowTheInterrupt_itEndsSoon() {
        needsThreadsOfItsOwn();
        Tally counted = ends;
        late(task(() -> swallowing(counted).compute()).timeout(brief()).call());
        assertThat(ends.of("ran")).isLessThan(4_000);
    }

    private static Delayed<Integer> swallowing(Tally counted) {
        Delayed<Integer> chain = task(() -> 0).call();
        for (int i = 0; i < 5_000; i++) {
            chain = chain.then(x -> counted.of("ran", x + (spin(x) < 0 || Thread.interrupted() ? 1 : 0)));
        }
        return chain;
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private static int spin(int result) {
        long end = System.nanoTime() + 1_000_000;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        return result;
    }

    //   outer ( middle ( waits ) )
    @Test
    void timeout_runsInsideRuns_areAllCancelled() {
        Gate here = gate;
        Tally counted = ends;
        Delayed<Integer> waits = task(() -> here.pass(counted)).call();
        Delayed<Integer> middle = task(() -> waits.compute()).retry(5).call();
        late(task(() -> middle.compute()).timeout(brief()).call());
        assertThat(ends.counts()).isEqualTo(Map.of("interrupted", 1));
    }

    //   outer ( waits at the first attempt, quick at the second )      with a retry outside
    @Test
    void timeout_thenRetried_theSecondAttemptIsNotDisturbed() {
        Gate here = gate;
        Tally counted = ends;
        Delayed<Integer> inner =
                task(() -> counted.next("call") == 1 ? here.pass(counted) : 5).call();
        DelayedList<Integer> more = task((Integer i) -> Thread.currentThread().isInterrupted() ? 1 : 0)
                .each(upTo(50));
        Delayed<Integer> outer = task(() -> inner.compute()
                        + more.then(all -> all.stream().mapToInt(x -> x).sum()).compute())
                .timeout(brief())
                .retry(Integer.MAX_VALUE)
                .call();
        result(outer).isEqualTo(5);
    }

    //   outer ( quick at its own timeout )      the inner timeout is no business of the outer task
    @Test
    void timeout_ofATaskInside_failsTheTaskInsideOnly() {
        Gate here = gate;
        Tally counted = ends;
        Delayed<Integer> inner =
                task(() -> here.pass(counted)).timeout(brief()).fallback(3).call();
        Delayed<Boolean> outer = task(() ->
                        inner.compute() == 3 && !Thread.currentThread().isInterrupted())
                .timeout(Duration.ofHours(1))
                .call();
        result(outer).isEqualTo(true);
        assertThat(ends.counts()).isEqualTo(Map.of("interrupted", 1));
    }

    //   outer ( waits )      the run's default holds for the tasks of the run alone
    @Test
    void timeout_ofTheRun_isNotPassedOnToRunsInside() {
        Scheduler here = scheduler();
        Delayed<Integer> quick = task(() ->
                        gather(List.of(task(() -> 2).call())).compute().get(0))
                .call();
        assertThat(quick.compute(here, RunOptions.defaults().handling(Handling.NONE.timeout(Duration.ofHours(1)))))
                .isEqualTo(2);
    }
}
