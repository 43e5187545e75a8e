package dev.bide.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.Task0;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.graph.Fn0;
import dev.bide.graph.Limit;
import dev.bide.graph.Plan;
import dev.bide.graph.Retry;
import dev.bide.graph.Rewriting;
import dev.bide.graph.Rewriting.Change;
import dev.bide.schedule.RunOptions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrainTest {
    private static final Task0<Integer> ONE = Task0.of(() -> 1);
    private static final Task1<Integer, Integer> NEXT = Task1.of(a -> a + 1);
    private static final Task2<Integer, Integer, Integer> SUM = Task2.of(Integer::sum);
    private static final TaskId FIRST = new TaskId(0, 0);

    //   a - b - c
    @Test
    void on_chain_isOneBatchAndOneFetch() {
        Told told = new Told(BrainOptions.defaults(), 2);

        told.run(Plan.of(NEXT.call(NEXT.call(ONE.call()))), RunOptions.defaults());
        Command.Submit batch = told.one(Command.Submit.class);
        told.done(batch);
        Command.Fetch fetch = told.one(Command.Fetch.class);
        told.fetched();

        assertThat(batch.tasks()).containsExactly(0, 1, 2);
        assertThat(fetch.wanted()).containsExactly(2);
        assertThat(told.one(Command.End.class).missing()).isEmpty();
    }

    //   a - (b) - c    something is around b
    @Test
    void on_callWithSomethingAround_isTheLastOfItsBatch() {
        Told told = new Told(BrainOptions.defaults(), 2);
        Plan plan = Plan.of(NEXT.call(NEXT.named("b").call(ONE.call())));

        told.run(
                new Rewriting(call -> call.name().equals("b") ? Change.around(Fn0::apply) : Change.NONE).of(plan),
                RunOptions.defaults());
        Command.Submit first = told.one(Command.Submit.class);
        told.done(first);

        assertThat(first.tasks()).containsExactly(0, 1);
        assertThat(told.one(Command.Submit.class).tasks()).containsExactly(2);
    }

    //   a   b
    //    \ /
    //     c
    @Test
    void on_inputsOnTwoWorkers_tellsWhereEachIs() {
        Told told = new Told(BrainOptions.defaults(), 2);

        told.run(Plan.of(SUM.call(ONE.call(), ONE.call())), RunOptions.defaults());
        List<Command.Submit> first = told.all(Command.Submit.class);
        told.done(first.get(0));
        told.done(first.get(1));
        Command.Submit last = told.one(Command.Submit.class);

        assertThat(first).extracting(Command.Submit::worker).containsExactlyInAnyOrder(0, 1);
        assertThat(last.inputs()).containsExactlyInAnyOrder(0, 1);
        assertThat(last.inputHolders()).containsExactlyInAnyOrder(0, 1);
    }

    //   a - [b]    b throws once, and waits for its second attempt
    @Test
    void on_workerWithTheInputIsLost_inputRunsAgain() {
        Told told = new Told(BrainOptions.defaults(), 2);
        Task1<Integer, Integer> flaky =
                NEXT.retry(Retry.times(1).backoff(Duration.ofSeconds(1)).jitter(0));

        told.run(Plan.of(flaky.call(ONE.call())), RunOptions.defaults());
        Command.Submit both = told.one(Command.Submit.class);
        Answer done = new Answer.Done(0, both.attempts()[0], 8, 0, 1);
        Answer threw = new Answer.Threw(1, both.attempts()[1], new Exception("no"), 1, 2);
        told.tell(new Event.Answered(both.worker(), both.batch(), List.of(done, threw), true, 10));
        told.lost(both.worker());
        Command.Submit again = told.one(Command.Submit.class);
        told.done(again);
        told.tell(new Event.Woke(2_000_000_000L));
        Command.Submit second = told.one(Command.Submit.class);

        assertThat(again.tasks()).containsExactly(0);
        assertThat(again.attempts()[0]).isGreaterThan(both.attempts()[0]);
        assertThat(second.tasks()).containsExactly(1);
    }

    @Test
    void on_answerOfALostWorker_isDropped() {
        Told told = new Told(BrainOptions.defaults(), 2);

        told.run(Plan.of(ONE.call()), RunOptions.defaults());
        Command.Submit first = told.one(Command.Submit.class);
        told.lost(first.worker());
        Command.Submit second = told.one(Command.Submit.class);
        told.done(first);

        assertThat(told.all(Command.Fetch.class)).isEmpty();
        assertThat(second.worker()).isNotEqualTo(first.worker());
    }

    @Test
    void on_answerTwice_isTakenOnce() {
        Told told = new Told(BrainOptions.defaults(), 1);

        told.run(Plan.of(ONE.call()), RunOptions.defaults());
        Command.Submit batch = told.one(Command.Submit.class);
        Event answered = told.answered(batch);
        told.tell(answered);
        told.tell(answered);

        assertThat(told.said).isEmpty();
    }

    @Test
    void on_taskAtWorkInThreeDeaths_failsWithAllThree() {
        Told told = new Told(BrainOptions.defaults(), 4);

        told.run(Plan.of(ONE.call()), RunOptions.defaults());
        told.lost(told.one(Command.Submit.class).worker(), FIRST);
        told.lost(told.one(Command.Submit.class).worker(), FIRST);
        told.lost(told.one(Command.Submit.class).worker(), FIRST);

        assertThat(told.one(Command.Fail.class).attempts())
                .extracting(attempt -> attempt.failure().getMessage())
                .hasSize(3)
                .allMatch(message -> message.contains("it was killed"));
    }

    //   a - b    b waits in the batch while a kills three workers
    @Test
    void on_taskOnlyQueuedInDeaths_isNotBlamed() {
        Told told = new Told(BrainOptions.defaults(), 4);

        told.run(Plan.of(Bide.gather(Collections.nCopies(1, NEXT.call(ONE.call())))), RunOptions.defaults());
        told.lost(told.one(Command.Submit.class).worker(), FIRST);
        told.lost(told.one(Command.Submit.class).worker(), FIRST);
        told.lost(told.one(Command.Submit.class).worker(), FIRST);

        assertThat(told.one(Command.Fail.class).task()).isZero();
    }

    @Test
    void on_deathsOfWhichNothingIsKnown_blameWhoWasAlone() {
        Told told = new Told(BrainOptions.defaults(), 5);

        told.run(Plan.of(ONE.call()), RunOptions.defaults());
        for (int i = 0; i < 4; i++) {
            int worker = told.one(Command.Submit.class).worker();
            told.tell(new Event.WorkerLost(worker, "it is gone", null, told.now + 1));
        }

        assertThat(told.one(Command.Fail.class).attempts()).hasSize(3);
    }

    @Test
    void on_workerThatIsSilent_isDismissedAndItsTaskRunElsewhere() {
        Told told = new Told(BrainOptions.defaults(), 2);

        told.run(Plan.of(ONE.call()), RunOptions.defaults());
        int hanging = told.one(Command.Submit.class).worker();
        for (long at = 500_000_000L; at < 2_000_000_000L; at += 500_000_000L) {
            told.tell(new Event.Woke(at));
            told.tell(new Event.Ponged(1 - hanging, at));
        }
        told.tell(new Event.Woke(2_000_000_000L));

        assertThat(told.one(Command.Dismiss.class).worker()).isEqualTo(hanging);
        assertThat(told.one(Command.Submit.class).worker()).isEqualTo(1 - hanging);
    }

    @Test
    void on_driverStoodStill_nobodyIsLost() {
        Told told = new Told(BrainOptions.defaults(), 2);

        told.run(Plan.of(ONE.call()), RunOptions.defaults());
        told.tell(new Event.Woke(60_000_000_000L));

        assertThat(told.all(Command.Dismiss.class)).isEmpty();
        assertThat(told.all(Command.Ping.class)).hasSize(2);
    }

    @Test
    void on_timeoutAfterTheStart_interruptsAndDropsTheLateResult() {
        Told told = new Told(BrainOptions.defaults(), 1);

        told.run(Plan.of(ONE.timeout(Duration.ofMillis(1)).retry(1).call()), RunOptions.defaults());
        Command.Submit first = told.one(Command.Submit.class);
        told.tell(new Event.Started(0, first.batch(), 0, 0, 10));
        told.tell(new Event.Woke(1_000_010));
        assertThat(told.one(Command.Interrupt.class).batch()).isEqualTo(first.batch());
        told.done(first);

        Command.Submit second = told.one(Command.Submit.class);
        assertThat(second.attempts()[0]).isEqualTo(first.attempts()[0] + 1);
        assertThat(told.one(Command.Release.class).attempts()).containsExactly(first.attempts()[0]);
        assertThat(told.all(Command.Fetch.class)).isEmpty();
    }

    @Test
    void on_timeoutIgnored_failureSaysOnceThatTheWorkerWasEnded() {
        Told told = new Told(BrainOptions.defaults(), 1);

        told.run(
                Plan.of(ONE.timeout(Duration.ofMillis(1)).call()),
                RunOptions.defaults().grace(Duration.ofMillis(5)));
        told.tell(new Event.Started(0, told.one(Command.Submit.class).batch(), 0, 0, 10));
        told.tell(new Event.Woke(1_000_010));
        told.tell(new Event.Woke(6_000_010));

        assertThat(told.one(Command.Dismiss.class).worker()).isZero();
        assertThat(told.one(Command.Fail.class).attempts().get(0).failure())
                .hasMessageEndingWith("it was still at work 5 ms later. Its worker was ended.");
        assertThat(told.one(Command.End.class).stuck()).isEmpty();
    }

    @Test
    void on_threeDeathsOfATask_failureSaysThatItEndedThem() {
        Told told = new Told(BrainOptions.defaults(), 3);

        told.run(Plan.of(ONE.call()), RunOptions.defaults());
        for (int death = 0; death < 3; death++) {
            told.lost(told.one(Command.Submit.class).worker(), new TaskId(0, 0));
        }

        Command.Fail fail = told.one(Command.Fail.class);
        assertThat(fail.mostAttempts()).isEqualTo(3);
        assertThat(fail.attempts())
                .extracting(attempt -> attempt.failure().getStackTrace().length)
                .containsOnly(0);
        assertThat(fail.attempts().get(0).failure())
                .hasMessageMatching("w\\d was lost while the task was at work there: it was killed");
        assertThat(fail.attempts().get(2).failure())
                .hasMessageMatching(
                        "it ended three workers, the last: w\\d: it was killed; a task that calls System.exit,"
                                + " or needs too much memory, does that");
    }

    @Test
    void progress_moreBatchesThanThreads_countsThoseThatCanBeAtWork() {
        Told told = new Told(BrainOptions.defaults(), 2);

        told.run(Plan.of(NEXT.each(List.of(1, 2, 3, 4, 5, 6))), RunOptions.defaults());

        List<Command.Submit> batches = told.all(Command.Submit.class);
        assertThat(batches).hasSize(4);
        assertThat(told.brain.progress(0).running()).isEqualTo(2);
        told.lost(0);
        assertThat(told.brain.progress(0).running()).isEqualTo(1);
    }

    //   NEXT 1 .. NEXT 100, several in a batch, of which the second is at work
    @Test
    void on_workerLostAtItsSecondTask_blamesThatAlone() {
        Told told = new Told(BrainOptions.defaults(), 2);

        Plan plan = Plan.of(NEXT.each(Collections.nCopies(100, 1)));
        told.run(plan, RunOptions.defaults());
        Command.Submit batch = told.all(Command.Submit.class).get(0);
        int[] tasks = batch.tasks();
        Answer first = new Answer.Done(tasks[0], batch.attempts()[0], 8, 0, 1);
        told.tell(new Event.Started(batch.worker(), batch.batch(), tasks[0], 0, 1));
        told.tell(new Event.Answered(batch.worker(), batch.batch(), List.of(first), false, 2));
        told.tell(new Event.Started(batch.worker(), batch.batch(), tasks[1], 2, 3));
        told.tell(new Event.WorkerLost(batch.worker(), "it was killed", null, 4));

        assertThat(told.brain.story(plan.key(tasks[1]).toString())).contains("was at work on");
        assertThat(told.brain.story(plan.key(tasks[0]).toString())).doesNotContain("was at work on");
    }

    @Test
    void on_limit_asksForAPlaceBeforeAndGivesItBackAfter() {
        Limit limit = Limit.of("few", 1);
        Told told = new Told(BrainOptions.defaults(), 1);

        told.run(Plan.of(ONE.limit(limit).call()), RunOptions.defaults());
        assertThat(told.all(Command.Submit.class)).isEmpty();
        assertThat(told.one(Command.Enter.class).limit()).isSameAs(limit);
        told.tell(new Event.PlaceGranted(0, 0, limit, 1));
        told.done(told.one(Command.Submit.class));

        assertThat(told.one(Command.Leave.class).limit()).isSameAs(limit);
    }

    @Test
    void on_cancelWhileAtWork_interruptsAndEndsAfterTheAnswer() {
        Told told = new Told(BrainOptions.defaults(), 1);

        told.run(Plan.of(ONE.call()), RunOptions.defaults());
        Command.Submit batch = told.one(Command.Submit.class);
        told.tell(new Event.RunCancelled(0, "enough", 5));
        assertThat(told.all(Command.End.class)).isEmpty();
        told.one(Command.Interrupt.class);
        told.done(batch);

        assertThat(told.one(Command.End.class).cancelled()).isEqualTo("enough");
        assertThat(told.one(Command.Forget.class).worker()).isZero();
    }

    @Test
    void on_workerJoinsLate_getsWork() {
        Told told = new Told(BrainOptions.defaults(), 0);

        told.run(Plan.of(ONE.call()), RunOptions.defaults());
        assertThat(told.all(Command.Submit.class)).isEmpty();
        told.tell(new Event.WorkerJoined(7, "late", 1, 1));

        assertThat(told.one(Command.Submit.class).worker()).isEqualTo(7);
    }

    //   a, b: b needs a, which is on the worker that leaves
    @Test
    void on_workerLeaves_itsResultsAreCopiedFirst() {
        Told told = new Told(BrainOptions.defaults(), 2);
        Task1<Integer, Integer> limited = NEXT.limit(Limit.of("few", 1));

        told.run(Plan.of(limited.call(ONE.call())), RunOptions.defaults());
        Command.Submit first = told.one(Command.Submit.class);
        told.done(first);
        told.tell(new Event.WorkerLeaving(first.worker(), told.now + 1));
        Command.Copy copy = told.one(Command.Copy.class);
        assertThat(told.all(Command.Dismiss.class)).isEmpty();
        told.tell(new Event.Copied(copy.copy(), new int[0], told.now + 1));

        assertThat(copy.worker()).isEqualTo(1 - first.worker());
        assertThat(told.one(Command.Dismiss.class).worker()).isEqualTo(first.worker());
        assertThat(told.brain.story("lambda")).isEmpty();
    }

    @Test
    void story_ofAWaitingTask_saysWhatItWaitsFor() {
        Told told = new Told(BrainOptions.defaults(), 1);
        Delayed<Integer> first = ONE.limit(Limit.of("few", 1)).call().named("first");

        told.run(Plan.of(NEXT.call(first).named("second")), RunOptions.defaults());

        assertThat(told.brain.story("second")).contains("second: waiting", "waits for first: waiting for a place");
    }
}
