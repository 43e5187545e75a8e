package dev.bide.remote.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.remote.internal.wire.Reader;
import dev.bide.remote.internal.wire.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches: what runs, when, and what is said of it. */
class BatchTest {
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private static List<Integer> whats(List<Office.Answer> answers) {
        return answers.stream().map(Office.Answer::what).toList();
    }

    // 0 → 1 → 2
    @Test
    void submit_chainInOneBatch_eachGivesToTheNext() {
        Office.Side worker = office.worker("w");

        List<Office.Answer> answers = worker.ask(1, 1)
                .call(0, () -> 1)
                .call(1, (Integer x) -> x + 10, 0)
                .call(2, (Integer x, Integer y) -> x * y, 1, 1)
                .answers();

        assertThat(whats(answers)).containsExactly(Tag.DONE, Tag.DONE, Tag.DONE);
        assertThat(worker.fetch(1, 0, 1, 2, 3)).containsExactly(1, 11, 121, "missing");
    }

    @Test
    void submit_sharedFunction_isReadOnce() {
        Office.Side worker = office.worker("w");
        Counted.READ.set(0);
        Counted counted = new Counted();

        worker.ask(1, 1)
                .function(3, (dev.bide.graph.Fn0<Object>) () -> counted.hashCode() == 0)
                .callShared(0, 3)
                .callShared(1, 3)
                .answers();
        worker.ask(2, 1).callShared(2, 3).answers();

        assertThat(Counted.READ).hasValue(1);
    }

    @Test
    void submit_classMissingOnTheWorker_eachTaskThatCallsItFails() {
        ClassLoader poor = new ClassLoader(null) {};
        Office.Side worker = office.worker(new WorkerSettings("poor", 1, poor), "jdk");

        List<Office.Answer> answers = worker.ask(1, 1)
                .function(3, new Odd())
                .callShared(0, 3)
                .callShared(1, 3)
                .call(2, (Integer x) -> x, 1)
                .answers();

        assertThat(whats(answers)).containsExactly(Tag.THREW, Tag.THREW, Tag.NOT_RUN);
        assertThat(answers.get(1).thrown())
                .hasMessageContaining("on worker poor")
                .hasMessageContaining("Odd");
    }

    /** A function that is no lambda. */
    static final class Odd implements dev.bide.graph.Fn0<Object> {
        private static final long serialVersionUID = 1L;

        @Override
        public Object apply() {
            return 1;
        }
    }

    @Test
    void submit_inputFromNowhere_isMissing() {
        List<Office.Answer> answers = office.worker("w")
                .ask(1, 1)
                .input(7, "")
                .call(0, (Integer x, Integer y) -> x, 7, 8)
                .call(1, () -> 1)
                .answers();

        assertThat(whats(answers)).containsExactly(Tag.INPUT_MISSING, Tag.DONE);
        assertThat(answers.get(0).missing()).containsExactly(7, 8);
    }

    // 0 → 1 → 2
    @Test
    void submit_firstThrows_thoseAfterAreNotRun() {
        List<Office.Answer> answers = office.worker("w")
                .ask(1, 1)
                .call(0, () -> {
                    throw new java.io.IOException("no disk");
                })
                .call(1, (Integer x) -> x, 0)
                .call(2, (Integer x) -> x, 1)
                .answers();

        assertThat(whats(answers)).containsExactly(Tag.THREW, Tag.NOT_RUN, Tag.NOT_RUN);
        assertThat(answers.get(0).thrown())
                .isInstanceOf(java.io.IOException.class)
                .hasMessage("no disk");
    }

    private static final AtomicInteger RAN = new AtomicInteger();

    private static CountDownLatch begun = new CountDownLatch(1);
    private static CountDownLatch gate = new CountDownLatch(1);

    private static int atTheGate() throws InterruptedException {
        begun.countDown();
        gate.await();
        return 1;
    }

    private static void closeGate() {
        begun = new CountDownLatch(1);
        gate = new CountDownLatch(1);
    }

    @Test
    void submit_severalReady_oldestFirst() {
        Office.Side worker = office.worker("w");
        closeGate();

        worker.ask(9, 1).call(0, BatchTest::atTheGate).send();
        worker.ask(3, 1).call(1, () -> 1).send();
        worker.ask(8, 1).call(2, () -> 1).send();
        worker.ask(2, 1).call(3, () -> 1).send();
        gate.countDown();

        for (long batch : new long[] {9, 3, 8, 2}) {
            worker.answers(batch);
        }
    }

    @Test
    void submit_tellStart_isToldOfTheFirstBeforeItRuns() throws InterruptedException {
        Office.Side worker = office.worker("w");
        closeGate();

        worker.ask(1, 1)
                .tellStart()
                .call(4, BatchTest::atTheGate)
                .call(5, () -> 1)
                .send();
        Reader started = worker.hear(Tag.STARTED);
        assertThat(started.number()).isEqualTo(1);
        assertThat(started.small()).isEqualTo(4);
        assertThat(started.number()).isLessThanOrEqualTo(System.nanoTime());
        gate.countDown();

        assertThat(whats(worker.answers(1))).containsExactly(Tag.DONE, Tag.DONE);
    }

    @Test
    void submit_takesLong_tellsWhatThereIsInBetween() {
        Office.Side worker = office.worker("w");
        closeGate();

        worker.ask(1, 1)
                .call(0, () -> {
                    Office.dawdle();
                    return 1;
                })
                .call(1, BatchTest::atTheGate)
                .send();

        List<Office.Answer> first = new ArrayList<>();
        assertThat(worker.some(1, first)).isFalse();
        assertThat(whats(first)).containsExactly(Tag.DONE);
        gate.countDown();
        assertThat(whats(worker.answers(1))).containsExactly(Tag.DONE);
    }

    @Test
    void submit_secondTaskTakesLong_isToldToBeAtWork() {
        Office.Side worker = office.worker("w");
        closeGate();

        worker.ask(1, 1).call(4, () -> 1).call(5, BatchTest::atTheGate).send();

        assertThat(worker.some(1, new ArrayList<>())).isFalse();
        Reader started = worker.hear(Tag.STARTED);
        assertThat(started.number()).isEqualTo(1);
        assertThat(started.small()).isEqualTo(5);
        gate.countDown();
        assertThat(whats(worker.answers(1))).containsExactly(Tag.DONE);
    }

    @Test
    void submit_fallback_isCalledWithWhatWasThrown() {
        Office.Side worker = office.worker("w");

        List<Office.Answer> answers = worker.ask(1, 1)
                .thrown(new IllegalStateException("odd"))
                .call(0, (Throwable thrown) -> "instead of " + thrown.getMessage(), 77)
                .answers();

        assertThat(whats(answers)).containsExactly(Tag.DONE);
        assertThat(worker.fetch(1, 0)).containsExactly("instead of odd");
    }

    @Test
    void submit_endsAtHome_argumentIsSentAndNullKept() {
        Office.Side worker = office.worker("w");

        List<Office.Answer> answers =
                worker.ask(1, 1).call(0, () -> "x").home(1, 0).answers();

        assertThat(whats(answers)).containsExactly(Tag.DONE, Tag.HOME);
        assertThat(Office.decoded(answers.get(1).value())).isEqualTo("x");
        assertThat(worker.fetch(1, 1)).containsExactly((Object) null);
    }

    @Test
    void interrupt_queued_nothingRuns() throws InterruptedException {
        Office.Side worker = office.worker("w");
        closeGate();
        RAN.set(0);

        worker.ask(1, 1).call(0, BatchTest::atTheGate).send();
        worker.ask(2, 1)
                .call(1, RAN::incrementAndGet)
                .call(2, RAN::incrementAndGet)
                .send();
        worker.interrupt(2);

        assertThat(whats(worker.answers(2))).containsExactly(Tag.NOT_RUN, Tag.NOT_RUN);
        gate.countDown();
        worker.answers(1);
        worker.ask(3, 1).call(3, () -> 1).answers();
        assertThat(RAN).hasValue(0);
    }

    @Test
    void interrupt_running_threadIsInterruptedAndTheRestNotRun() throws InterruptedException {
        Office.Side worker = office.worker("w");
        closeGate();

        worker.ask(1, 1).call(0, BatchTest::atTheGate).call(1, () -> 1).send();
        begun.await();
        worker.interrupt(1);

        List<Office.Answer> answers = worker.answers(1);
        assertThat(whats(answers)).containsExactly(Tag.THREW, Tag.NOT_RUN);
        assertThat(answers.get(0).thrown()).isInstanceOf(InterruptedException.class);
    }

    private static int ignore() throws InterruptedException {
        begun.countDown();
        boolean interrupted = false;
        while (!interrupted) {
            try {
                gate.await();
            } catch (InterruptedException asked) {
                interrupted = true;
            }
        }
        Thread.currentThread().interrupt();
        return 1;
    }

    @Test
    void interrupt_taskLeavesTheFlagSet_nextBatchDoesNotSeeIt() throws InterruptedException {
        Office.Side worker = office.worker("w");
        closeGate();

        worker.ask(1, 1).call(0, BatchTest::ignore).send();
        begun.await();
        worker.interrupt(1);
        assertThat(whats(worker.answers(1))).containsExactly(Tag.DONE);
        worker.ask(2, 1)
                .call(1, () -> Thread.currentThread().isInterrupted())
                .call(2, () -> {
                    Thread.currentThread().interrupt();
                    return 1;
                })
                .call(3, () -> Thread.currentThread().isInterrupted())
                .answers();

        assertThat(worker.fetch(1, 1, 3)).containsExactly(false, false);
    }

    private static int busy() {
        for (int i = 0; i < 300; i++) {
            Thread.onSpinWait();
        }
        return 1;
    }

    @Test
    void interrupt_atAnyTime_eachTaskIsAnsweredOnceInOrder() {
        Office.Side worker = office.worker(new WorkerSettings("w", 2, BatchTest.class.getClassLoader()), "jdk");
        Random random = new Random(5);
        int batches = 2000;

        for (int batch = 0; batch < batches; batch++) {
            worker.ask(batch, 1)
                    .call(0, BatchTest::busy)
                    .call(1, BatchTest::busy)
                    .call(2, BatchTest::busy)
                    .send();
            if (random.nextBoolean()) {
                worker.interrupt(batch - random.nextInt(3));
            }
        }

        Map<Long, List<Integer>> answered = new HashMap<>();
        for (int ended = 0; ended < batches; ) {
            List<Office.Answer> answers = new ArrayList<>();
            Reader in = worker.hear(Tag.ANSWERED);
            long batch = in.number();
            ended += worker.some(in, answers) ? 1 : 0;
            answers.forEach(each ->
                    answered.computeIfAbsent(batch, any -> new ArrayList<>()).add(each.task()));
        }
        assertThat(answered).hasSize(batches);
        assertThat(answered.values()).allMatch(List.of(0, 1, 2)::equals);
        assertThat(worker.told).isEmpty();
        worker.ask(batches, 1)
                .call(0, () -> Thread.currentThread().isInterrupted())
                .answers();
        assertThat(worker.fetch(1, 0)).containsExactly(false);
    }

    @Test
    void close_taskAtWork_isInterruptedAndThreadsEnd() throws InterruptedException {
        Office.Side worker = office.worker("w");
        closeGate();
        Thread[] at = new Thread[1];
        THREAD = at;

        worker.ask(1, 1)
                .call(0, () -> {
                    THREAD[0] = Thread.currentThread();
                    return atTheGate();
                })
                .send();
        begun.await();
        worker.node().close();
        Office.awaitEnd(at[0]);

        assertThat(at[0].isAlive()).isFalse();
        assertThat(worker.told).isEmpty();
    }

    private static Thread[] THREAD = {};

    @Test
    void submit_severalThreads_areNamedAndHaveTheLoader() throws InterruptedException {
        ClassLoader loader = new ClassLoader(BatchTest.class.getClassLoader()) {};
        Office.Side worker = office.worker(new WorkerSettings("twin", 2, loader), "jdk");
        closeGate();

        worker.ask(1, 1).call(0, BatchTest::atTheGate).send();
        begun.await();
        worker.ask(2, 1)
                .call(1, () -> Thread.currentThread().getName())
                .call(2, () -> Thread.currentThread().isDaemon())
                .call(
                        3,
                        () -> Thread.currentThread()
                                .getContextClassLoader()
                                .getParent()
                                .getParent()
                                .equals(BatchTest.class.getClassLoader()))
                .answers();

        List<Object> said = worker.fetch(1, 1, 2, 3);
        assertThat(said.get(0)).asString().matches("twin-[12]");
        assertThat(said.subList(1, 3)).containsExactly(true, true);
        gate.countDown();
    }

    @Test
    void submit_taskComputes_runsOnThisWorkersThreads() {
        Office.Side worker = office.worker("w");

        List<Office.Answer> answers = worker.ask(1, 1)
                .call(0, () -> dev.bide.Bide.on(20).call(x -> x + 1).compute())
                .answers();

        assertThat(whats(answers)).containsExactly(Tag.DONE);
        assertThat(worker.fetch(1, 0)).containsExactly(21);
    }
}
