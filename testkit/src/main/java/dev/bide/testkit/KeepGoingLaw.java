package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.event.Event;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.schedule.Progress;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code keepGoing()} runs all that does not depend on a failed task, and then the run fails. */
abstract class KeepGoingLaw extends Law {
    private static final RunOptions KEEP_GOING = RunOptions.defaults().keepGoing();

    KeepGoingLaw(SchedulerContract contract) {
        super(contract);
    }

    private static int fail(String message) {
        throw new IllegalStateException(message);
    }

    //   bad ==X==> skipped --> skipped too
    //                              |
    //   good ----> ran ---------> list
    @Test
    void compute_oneTaskThrows_runsAllThatDoesNotDependOnIt() {
        Tally calls = new Tally();
        Delayed<Integer> bad = task(() -> calls.of("bad", fail("bad"))).call();
        Delayed<Integer> skipped = bad.then(x -> calls.of("skipped", x)).then(x -> calls.of("skipped", x));
        Delayed<Integer> ran = task(() -> calls.of("good", 1)).call().then(x -> calls.of("ran", x));
        TaskFailedException failed = thrown(TaskFailedException.class, gather(List.of(skipped, ran)), KEEP_GOING);
        assertThat(failed).hasRootCauseMessage("bad");
        assertThat(calls.counts()).isEqualTo(Map.of("good", 1, "ran", 1));
    }

    @Test
    void compute_everyThirdTaskThrows_runsTheOthersAndLosesNoException() {
        Tally calls = new Tally();
        DelayedList<Integer> many = task((Integer i) -> i % 3 == 0 ? fail("bad " + i) : calls.of("good", i))
                .each(IntStream.range(0, 300).boxed().toList());
        TaskFailedException failed = thrown(TaskFailedException.class, many, KEEP_GOING);
        assertThat(calls.of("good")).isEqualTo(200);
        assertThat(failed.getSuppressed()).hasSize(99).allMatch(TaskFailedException.class::isInstance);
    }

    @Test
    void progress_afterFailures_countsFailedAndSkipped() {
        Delayed<Integer> bad = task(() -> fail("bad")).call();
        Delayed<List<Integer>> root =
                gather(List.of(bad.then(x -> x).then(x -> x), task(() -> 1).call()));
        Run<List<Integer>> run = root.start(scheduler(), KEEP_GOING);
        assertThrows(TaskFailedException.class, run::get);
        assertThat(run.progress()).isEqualTo(new Progress(5, 1, 0, 1, 3));
    }

    //   bad ==X==> a ==> b      good
    @Test
    void listener_afterAFailure_hearsWhatIsSkipped() {
        Queue<String> skipped = new ConcurrentLinkedQueue<>();
        Delayed<Integer> b = task(() -> fail("bad"))
                .call()
                .then(x -> x)
                .named("a")
                .then(x -> x)
                .named("b");
        thrown(TaskFailedException.class, b, KEEP_GOING.listener(event -> noteSkipped(event, skipped)));
        assertThat(skipped).containsExactly("a", "b");
    }

    private static void noteSkipped(Event event, Queue<String> names) {
        if (event instanceof TaskEvent of && of.step() == Step.SKIPPED) {
            names.add(of.name());
        }
    }

    //   bad ..> later      ordered after what failed
    @Test
    void after_whatFails_isSkipped() {
        Tally calls = new Tally();
        Delayed<Integer> bad = task(() -> fail("bad")).call();
        Delayed<Integer> later = task(() -> calls.of("later", 1)).call().after(bad);
        Delayed<Integer> other = task(() -> calls.of("other", 1)).call();
        thrown(TaskFailedException.class, gather(List.of(later, other)), KEEP_GOING);
        assertThat(calls.counts()).isEqualTo(Map.of("other", 1));
    }

    //   one --> grown --> (grows to) bad      one --> good
    @Test
    void thenDelayed_answerFails_runsAllThatDoesNotDependOnIt() {
        Tally calls = new Tally();
        Delayed<Integer> one = task(() -> 1).call();
        Delayed<Integer> grown =
                one.thenDelayed(x -> task(() -> fail("bad")).call().then(y -> calls.of("inside", y)));
        Delayed<Integer> good = one.then(x -> calls.of("good", x)).then(x -> calls.of("good", x));
        TaskFailedException failed = thrown(
                TaskFailedException.class, gather(List.of(grown.then(x -> calls.of("skipped", x)), good)), KEEP_GOING);
        assertThat(failed).hasRootCauseMessage("bad");
        assertThat(calls.counts()).isEqualTo(Map.of("good", 2));
    }

    //   bad ==X==> grown      never asked what to grow to
    @Test
    void thenDelayed_onWhatFails_isSkipped() {
        Tally calls = new Tally();
        Delayed<Integer> bad = task(() -> fail("bad")).call();
        Delayed<Integer> grown =
                bad.thenDelayed(x -> task(() -> calls.of("grown", x)).call());
        Delayed<Integer> good = task(() -> calls.of("good", 1)).call();
        thrown(TaskFailedException.class, gather(List.of(grown, good)), KEEP_GOING);
        assertThat(calls.counts()).isEqualTo(Map.of("good", 1));
    }

    @Test
    void compute_nothingThrows_givesTheResult() {
        assertThat(compute(task((Integer x) -> x).each(List.of(1, 2)), KEEP_GOING))
                .containsExactly(1, 2);
    }
}
