package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.event.Event;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.event.RunListener;
import dev.bide.graph.Limit;
import dev.bide.graph.Retry;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run that may not go far ahead starts nothing new while so many results are live, and gets to its end all the same. */
abstract class AheadLaw extends Law {
    private static final int TASKS = 150;
    private static final int BOUND = 4;

    private final Loads loads = new Loads();
    private final RunOptions bounded = RunOptions.defaults().ahead(BOUND).listener(loads);

    AheadLaw(SchedulerContract contract) {
        super(contract);
    }

    /** Counts the results of the tasks named load that are there and not let go, at the moment when that changes. */
    private static final class Loads implements RunListener {
        private final AtomicInteger live = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public boolean concurrent() {
            return true;
        }

        @Override
        public void on(Event event) {
            if (event instanceof TaskEvent of && of.name().equals("load")) {
                if (of.step() == Step.FINISHED) {
                    most.accumulateAndGet(live.incrementAndGet(), Math::max);
                } else if (of.step() == Step.RELEASED) {
                    live.decrementAndGet();
                }
            }
        }
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    private static DelayedList<Integer> loads() {
        return task((Integer i) -> i).named("load").priority(-1).each(upTo(TASKS));
    }

    /** Adds them up one by one: {@code ((a + b) + c) + d}. */
    private static Delayed<Integer> sum(DelayedList<Integer> all) {
        Delayed<Integer> sum = value(0);
        for (Delayed<Integer> each : all) {
            sum = sum.zip(each, Integer::sum);
        }
        return sum;
    }

    private static final int SUM = TASKS * (TASKS - 1) / 2;

    private void assertBounded() {
        needsThreadsOfItsOwn();
        assertThat(loads.most.get()).isLessThanOrEqualTo(BOUND);
    }

    //   load   load   load ..      the loads are urgent: without the bound all would come first
    //      \    |      |
    //       +   |      |
    //        \  |      |
    //         ( + ) .. + ..
    @Test
    void ahead_urgentLoads_noMoreThanTheBoundAreLive() {
        result(sum(loads()), bounded).isEqualTo(SUM);
        assertBounded();
    }

    @Test
    void ahead_notAsked_goesFarAhead() {
        needsThreadsOfItsOwn();
        result(sum(loads()), RunOptions.defaults().listener(loads)).isEqualTo(SUM);
        assertThat(loads.most.get()).isGreaterThan(BOUND + traits().parallelism());
    }

    //   load load .. load --> all      every result is needed to the end: nothing else can go on, so more are started
    @Test
    void ahead_everyResultIsNeededToTheEnd_getsThereAllTheSame() {
        result(loads().then(List::size), RunOptions.defaults().ahead(1)).isEqualTo(TASKS);
        assertThat(compute(loads(), RunOptions.defaults().ahead(1))).hasSize(TASKS);
    }

    //   a pyramid: each + needs two, so that more than one result must be live
    @Test
    void ahead_ofOneInAPyramid_getsThereAllTheSame() {
        List<Delayed<Integer>> row = new ArrayList<>();
        loads().forEach(row::add);
        while (row.size() > 1) {
            List<Delayed<Integer>> next = new ArrayList<>();
            for (int i = 0; i + 1 < row.size(); i += 2) {
                next.add(row.get(i).zip(row.get(i + 1), Integer::sum));
            }
            if (row.size() % 2 == 1) {
                next.add(row.get(row.size() - 1));
            }
            row = next;
        }
        result(row.get(0), RunOptions.defaults().ahead(1)).isEqualTo(SUM);
    }

    //   load --> clean (one at a time) --> +
    @Test
    void ahead_consumersShareALimit_noMoreThanTheBoundAreLive() {
        Limit one = Limit.of("one", 1);
        Crowd crowd = new Crowd();
        DelayedList<Integer> cleaned = loads().each(x -> crowd.visit(x)).limit(one);
        result(sum(cleaned), bounded).isEqualTo(SUM);
        assertThat(crowd.most()).isEqualTo(1);
        assertThat(one.taken()).isZero();
        assertBounded();
    }

    //   load, flaky --> +
    @Test
    void ahead_loadsAreTriedAgain_noMoreThanTheBoundAreLive() {
        DelayedList<Integer> flaky = task((Flaky f) -> f.call())
                .named("load")
                .priority(-1)
                .retry(Retry.times(2).backoff(Duration.ofNanos(100_000)))
                .each(IntStream.range(0, TASKS)
                        .mapToObj(i -> Flaky.until(1 + i % 3))
                        .toList());
        result(sum(flaky), bounded).isEqualTo(2 * TASKS);
        assertBounded();
    }

    //   load ==X==> skipped, every third
    @Test
    void ahead_someFailInARunThatKeepsGoing_theOthersRunWithinTheBound() {
        DelayedList<Integer> some = task((Integer i) -> i % 3 == 0 ? 1 / (i % 3) : i)
                .named("load")
                .priority(-1)
                .each(upTo(TASKS));
        Tally calls = new Tally();
        DelayedList<Integer> used = some.each(x -> calls.of("used", x));
        thrown(TaskFailedException.class, used, bounded.keepGoing());
        assertThat(calls.of("used")).isEqualTo(TASKS - TASKS / 3);
        assertBounded();
    }

    //   step --> (grows to) step --> (grows to) ..      and then the loads: what is counted has not drifted
    @Test
    void ahead_afterAGraphGrewStepByStep_theBoundStillHolds() {
        Delayed<Integer> steps = step(200);
        result(steps.thenDelayed(x -> sum(loads())), bounded).isEqualTo(SUM);
        assertBounded();
    }

    private static Delayed<Integer> step(int left) {
        return task(() -> left).call().thenDelayed(x -> x == 0 ? value(0) : step(x - 1));
    }

    //   load --> (grows to x + 0) --> +
    @Test
    void ahead_eachLoadGrows_getsThereAllTheSame() {
        DelayedList<Integer> grown = task((Integer i) -> i).each(upTo(TASKS));
        Delayed<Integer> sum = value(0);
        for (Delayed<Integer> each : grown) {
            sum = sum.zip(each.thenDelayed(x -> task(() -> x).call().then(y -> y)), Integer::sum);
        }
        result(sum, RunOptions.defaults().ahead(1)).isEqualTo(SUM);
        result(sum, RunOptions.defaults().ahead(BOUND)).isEqualTo(SUM);
    }

    //   load load .. load --> +      cancelled while the bound holds it back
    @Test
    void cancel_ofABoundedRun_cancelsIt() throws Exception {
        needsThreadsOfItsOwn();
        Gate gate = new Gate();
        Run<Integer> run = sum(loads().each(gate::pass)).start(scheduler(), bounded);
        gate.awaitArrival();
        assertThat(run.cancel()).isTrue();
        assertThrows(RunCancelledException.class, run::get);
    }

    //   outer ( load load .. --> + )
    @Test
    void ahead_insideATask_holdsThere() {
        needsThreadsOfItsOwn();
        needsThisJvm(); // the task asks this very scheduler, and is heard here
        RunOptions here = bounded;
        Scheduler inside = bare();
        result(task(() -> sum(loads()).compute(inside, here)).call()).isEqualTo(SUM);
        assertBounded();
    }

    @Test
    void ahead_ofAListOfValues_isNoHindrance() {
        assertThat(compute(
                        gather(List.of(value(1), value(2))),
                        RunOptions.defaults().ahead(1)))
                .containsExactly(1, 2);
    }
}
