package dev.bide.remote.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.graph.Detached;
import dev.bide.graph.Node;
import dev.bide.remote.RemoteFailureException;
import dev.bide.remote.internal.wire.Reader;
import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Unpacking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tasks give and throw, and what becomes of it. */
class ResultsTest {
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void submit_resultThatCannotBeSent_failsAndIsNotKept() {
        Office.Side worker = office.worker("w");

        Office.Answer answer =
                worker.ask(1, 1).call(0, () -> List.of(new Object())).answers().get(0);

        assertThat(answer.what()).isEqualTo(Tag.THREW);
        assertThat(answer.thrown())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the result of this task can't be sent to another JVM: ");
        assertThat(answer.thrown()).hasNoCause();
        assertThat(answer.thrown().getStackTrace()).isEmpty();
        assertThat(worker.fetch(1, 0)).containsExactly("missing");
    }

    @Test
    void submit_resultIsAlive_isToldWhatToGiveInstead() {
        Office.Side worker = office.worker("w");

        Office.Answer answer =
                worker.ask(1, 1).call(0, Thread::currentThread).answers().get(0);

        assertThat(answer.thrown()).hasMessageEndingWith("; return what you read from it, or use it in the same task");
    }

    @Test
    void fetch_manyLargeResults_comeInPieces() {
        Office.Side worker = office.worker("w");
        worker.ask(1, 1)
                .call(0, () -> new byte[40 << 20])
                .call(1, () -> 1)
                .call(2, () -> new byte[40 << 20])
                .answers();

        List<Object> values = worker.fetch(1, 0, 1, 7, 2);

        assertThat((byte[]) values.get(0)).hasSize(40 << 20);
        assertThat(values.subList(1, 3)).containsExactly(1, "missing");
        assertThat((byte[]) values.get(3)).hasSize(40 << 20);
        assertThat(worker.pieces).isEqualTo(2);
    }

    @Test
    void submit_resultHoldsADelayed_fails() {
        Office.Answer answer = office.worker("w")
                .ask(1, 1)
                .call(0, () -> new ArrayList<>(List.of(Bide.on(1).call(x -> x + 1))))
                .answers()
                .get(0);

        assertThat(answer.what()).isEqualTo(Tag.THREW);
        assertThat(answer.thrown()).hasMessageContaining("Delayed");
    }

    //   0 -=> 1 (gathers)
    @Test
    void submit_gathered_isKeptWithoutBeingWrittenAgain() {
        Office.Side worker = office.worker("w");
        Counted.WRITTEN.set(0);

        List<Office.Answer> answers =
                worker.ask(1, 1).call(0, Counted::new).gather(1, 0, 0).answers();

        assertThat(Counted.WRITTEN).hasValue(1);
        assertThat(answers.get(1).size()).isEqualTo(2 * answers.get(0).size());
        assertThat(worker.fetch(1, 1)).singleElement(LIST).hasSize(2).hasOnlyElementsOfType(Counted.class);
    }

    @Test
    void submit_sizes_areAboutTheBytes() {
        List<Office.Answer> answers = office.worker("w")
                .ask(1, 1)
                .call(0, () -> new double[1000])
                .call(1, () -> new int[10][100])
                .call(2, () -> null)
                .call(3, () -> List.of("a".repeat(3000)))
                .answers();

        assertThat(answers.get(0).size()).isBetween(8000L, 8100L);
        assertThat(answers.get(1).size()).isBetween(4000L, 4400L);
        assertThat(answers.get(2).size()).isBetween(1L, 32L);
        assertThat(answers.get(3).size()).isBetween(3000L, 3300L);
    }

    /** Cannot be sent. */
    static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings({"serial", "UnusedVariable"})
        private final Object engine = new Object();

        Odd(String message, Throwable cause) {
            super(message, cause);
        }
    }

    @Test
    void submit_throwsWhatCannotBeSent_anotherStandsForIt() {
        Throwable thrown = office.worker("w")
                .ask(1, 1)
                .call(0, () -> {
                    throw new Odd("message", new IllegalStateException("why"));
                })
                .answers()
                .get(0)
                .thrown();

        assertThat(thrown).isInstanceOf(RemoteFailureException.class).hasMessageContaining("could not be sent");
        assertThat(thrown.toString()).isEqualTo(Odd.class.getName() + ": message");
        assertThat(thrown.getStackTrace()[0].getClassName()).isEqualTo(ResultsTest.class.getName());
        assertThat(thrown.getCause()).hasToString("java.lang.IllegalStateException: why");
    }

    /** Cannot even be looked at. */
    static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings({"serial", "UnusedVariable"})
        private final Object engine = new Object();

        @Override
        public synchronized Throwable getCause() {
            throw new IllegalStateException("no");
        }
    }

    @Test
    void submit_throwsWhatCannotBeLookedAt_itsClassIsSaid() {
        Throwable thrown = office.worker("w")
                .ask(1, 1)
                .call(0, () -> {
                    throw new Hostile();
                })
                .answers()
                .get(0)
                .thrown();

        assertThat(thrown).hasMessageContaining(Hostile.class.getName());
    }

    @Test
    void submit_throws_saysWithWhatItWasCalled() {
        Office.Answer answer = office.worker("w")
                .ask(1, 1)
                .call(0, () -> 7)
                .call(
                        1,
                        (Integer x) -> {
                            throw new IllegalStateException();
                        },
                        0)
                .answers()
                .get(1);

        assertThat(Office.decoded(answer.inputs())).isEqualTo(List.of(7));
    }

    @Test
    void submit_throwsWithLargeInputs_doesNotSendThem() {
        Office.Answer answer = office.worker("w")
                .ask(1, 1)
                .call(0, () -> new byte[300 << 10])
                .call(
                        1,
                        (byte[] x) -> {
                            throw new IllegalStateException();
                        },
                        0)
                .answers()
                .get(1);

        assertThat(answer.what()).isEqualTo(Tag.THREW);
        assertThat(answer.inputs()).isEmpty();
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deep(int x) {
        return x + deep(x + 1);
    }

    @Test
    void submit_errors_failTheTaskAndNotTheThread() {
        Office.Side worker = office.worker("w");

        List<Office.Answer> answers = worker.ask(1, 1)
                .call(0, () -> deep(0))
                .call(1, () -> {
                    throw new OutOfMemoryError("pretended");
                })
                .call(2, () -> 1)
                .answers();

        assertThat(answers.get(0).thrown()).isInstanceOf(StackOverflowError.class);
        assertThat(answers.get(1).thrown()).isInstanceOf(OutOfMemoryError.class);
        assertThat(answers.get(2).what()).isEqualTo(Tag.DONE);
        assertThat(worker.fetch(1, 2)).containsExactly(1);
    }

    @Test
    void submit_growsToAValue_isItsResult() {
        Office.Side worker = office.worker("w");

        List<Office.Answer> answers = worker.ask(1, 1)
                .call(0, () -> 4)
                .expand(1, (Integer x) -> Bide.value(x * 2), node -> -1, 0)
                .call(2, (Integer x) -> x + 1, 1)
                .answers();

        assertThat(answers.get(1).what()).isEqualTo(Tag.DONE);
        assertThat(worker.fetch(1, 1, 2)).containsExactly(8, 9);
    }

    // held → then: what the function captured comes back as the very node
    @Test
    void submit_growsByWhatItCaptured_itsHandleComesBack() {
        Office.Side worker = office.worker("w");
        Delayed<Integer> held = Bide.on(1).call(x -> x + 1);

        Office.Answer answer = worker.ask(1, 1)
                .call(0, () -> 4)
                .expand(1, (Integer x) -> held.then(y -> y + x), node -> node == held ? 7 : -1, 0)
                .answers()
                .get(1);

        assertThat(answer.what()).isEqualTo(Tag.GREW);
        List<Integer> asked = new ArrayList<>();
        Node more = Unpacking.graph(
                Office.CODEC,
                number -> {
                    asked.add(number);
                    return held;
                },
                new Reader(answer.value()));
        assertThat(asked).containsOnly(7);
        assertThat(Detached.dependencies(more)).containsExactly(held);
    }

    @Test
    void submit_sameHandleTwice_isTheSameNode() {
        Delayed<Integer> held = Bide.on(1).call(x -> x + 1);
        Delayed<Integer> same = held;
        Office.Side worker = office.worker("w");

        Office.Answer answer = worker.ask(1, 1)
                .call(0, () -> 4)
                .expand(1, (Integer x) -> Bide.on(held, same).call(Integer::sum), node -> node == held ? 7 : -1, 0)
                .answers()
                .get(1);

        Node more = Unpacking.graph(Office.CODEC, number -> held, new Reader(answer.value()));
        assertThat(Detached.dependencies(more)).containsExactly(held, held);
    }

    @Test
    void submit_computesWhatItCaptured_isToldWhatToDo() {
        Delayed<Integer> held = Bide.on(1).call(x -> x + 1);

        Office.Answer answer = office.worker("w")
                .ask(1, 1)
                .call(0, () -> 4)
                .expand(1, (Integer x) -> Bide.value(held.compute()), node -> node == held ? 7 : -1, 0)
                .answers()
                .get(1);

        assertThat(answer.what()).isEqualTo(Tag.THREW);
        assertThat(answer.thrown())
                .hasRootCauseMessage("this result belongs to the run that the task is in: go on with it by"
                        + " thenDelayed, or pass it as an argument");
    }

    @Test
    void submit_growsByWhatCannotBeSent_fails() {
        Object engine = new Object();
        OBJECT = engine;

        Office.Answer answer = office.worker("w")
                .ask(1, 1)
                .call(0, () -> 4)
                .expand(
                        1,
                        (Integer x) -> {
                            Object captured = OBJECT;
                            return Bide.on(1).call(y -> captured.hashCode() + y);
                        },
                        node -> -1,
                        0)
                .answers()
                .get(1);

        assertThat(answer.what()).isEqualTo(Tag.THREW);
        assertThat(answer.thrown()).hasMessageContaining("can't be sent to another JVM");
    }

    private static Object OBJECT = "";

    @Test
    void release_result_isGone() {
        Office.Side worker = office.worker("w");
        worker.ask(1, 1).call(0, () -> 1).call(1, () -> 2).answers();

        worker.release(1, 0);

        assertThat(worker.fetch(1, 0, 1)).containsExactly("missing", 2);
    }

    private static volatile Office.Side speaker;

    @Test
    void forget_run_keepsNothingOfItNowOrLater() {
        Office.Side worker = office.worker("w");
        speaker = worker;
        worker.ask(1, 1).call(0, () -> 1).answers();

        List<Office.Answer> answers = worker.ask(2, 1)
                .call(1, () -> {
                    speaker.forget(1);
                    return 2;
                })
                .call(2, () -> 3)
                .answers();

        assertThat(answers.get(0).what()).isEqualTo(Tag.DONE);
        assertThat(answers.get(1).what()).isEqualTo(Tag.NOT_RUN);
        worker.ask(3, 1).call(3, () -> 1).answers();
        worker.ask(4, 2).call(0, () -> 5).answers();
        assertThat(worker.fetch(1, 0, 1, 2, 3)).containsOnly("missing");
        assertThat(worker.fetch(2, 0)).containsExactly(5);
    }

    @Test
    void submit_fory_worksAsWell() {
        Office.Side worker = office.worker(new WorkerSettings("w", 1, ResultsTest.class.getClassLoader()), "fory");
        byte[] function = dev.bide.remote.internal.wire.Packing.function(
                dev.bide.remote.internal.wire.Sharing.none(dev.bide.remote.codec.Codec.fory()),
                node -> -1,
                (dev.bide.graph.Fn0<Object>) () -> Arrays.asList(1, 2));

        List<Office.Answer> answers =
                worker.ask(1, 1).parcel(0, function).callShared(0, 0).answers();

        assertThat(answers.get(0).what()).isEqualTo(Tag.DONE);
    }
}
