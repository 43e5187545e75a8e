package dev.bide.store;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task0;
import dev.bide.Task1;
import dev.bide.schedule.Scheduler;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be saved or read never fails a task, and is said once a run. */
class SavingTest {
    private static final Task1<Integer, Object> THREADS =
            task(SavingTest::thread).stored();

    @TempDir
    private Path folder;

    private Scheduler scheduler;

    private static Object thread(Integer number) {
        return Ran.note("thread " + number, new Thread("t" + number));
    }

    @BeforeEach
    void open() {
        Ran.take();
        scheduler = Store.at(folder.resolve("store")).on(Schedulers.sync());
    }

    @Test
    void compute_resultsAreNotSerializable_warnsOnceARun() {
        try (Logged logged = new Logged()) {
            List<Object> results =
                    THREADS.each(IntStream.range(0, 20).boxed().toList()).compute(scheduler);

            assertThat(results).hasSize(20);
            assertThat(logged.messages()).hasSize(1);
            assertThat(logged.messages().get(0))
                    .startsWith("the result of task thread, called at dev.bide.store.SavingTest.")
                    .endsWith(" is not stored: java.lang.Thread is not Serializable. Let it implement"
                            + " java.io.Serializable, or leave stored() and pure() out. The run goes on; this is said"
                            + " once a run.");
            THREADS.call(0).compute(scheduler);
            assertThat(logged.messages()).hasSize(2);
        }
    }

    @Test
    void compute_storeIsGone_warnsOnceWithWhatToDo() throws IOException {
        Path store = folder.resolve("gone");
        Scheduler gone = Store.at(store).on(Schedulers.sync());
        try (Stream<Path> files = Files.walk(store)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> assertThat(file.toFile().delete()).isTrue());
        }
        Files.writeString(store, "in the way");

        try (Logged logged = new Logged()) {
            assertThat(task(SavingTest::filled).stored().call(3).compute(gone)).hasSize(3);
            assertThat(logged.messages())
                    .anySatisfy(message -> assertThat(message)
                            .startsWith("the store " + store + " could not keep the result of task filled: ")
                            .endsWith("The run goes on; this is said once a run."));
        }
    }

    /** Can be written, and not be read. */
    private static final class OneWay implements Serializable {
        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) throws IOException {
            throw new IOException("changed");
        }
    }

    private static Object oneWay() {
        return Ran.note("one way", new OneWay());
    }

    @Test
    void compute_storedResultCannotBeRead_warnsOnceAndComputesIt() {
        Task0<Object> oneWay = task(SavingTest::oneWay).stored();
        oneWay.call().compute(scheduler);
        Ran.take();

        try (Logged logged = new Logged()) {
            assertThat(oneWay.call().compute(scheduler)).isInstanceOf(OneWay.class);
            assertThat(logged.messages()).hasSize(1);
            assertThat(logged.messages().get(0))
                    .startsWith("the stored result of task oneWay, called at")
                    .contains(" cannot be read and is computed again: java.io.IOException: changed.");
        }
        assertThat(Ran.take()).containsExactly("one way");
    }

    private static List<Integer> filled(Integer size) {
        return Ran.note(
                "filled",
                new java.util.ArrayList<>(IntStream.range(0, size).boxed().toList()));
    }

    private static Integer cleared(List<Integer> list) {
        int size = list.size();
        list.clear();
        return size;
    }

    @Test
    void compute_dependentChangesTheResult_storesItAsItWas() {
        Delayed<List<Integer>> filled = task(SavingTest::filled).stored().call(1000);
        Delayed<Integer> cleared = filled.then(SavingTest::cleared);

        assertThat(cleared.compute(scheduler)).isEqualTo(1000);
        assertThat(cleared.compute(scheduler)).isEqualTo(1000);
        assertThat(Ran.take()).containsExactly("filled");
    }

    @Test
    void compute_interruptFlagLeftByTheTask_isSavedAllTheSame() {
        Task0<Integer> flagged = task(SavingTest::flagged).stored();
        try (Scheduler threads = Schedulers.threads(1)) {
            Scheduler stored = Store.at(folder.resolve("store")).on(threads);
            assertThat(flagged.call().compute(stored)).isEqualTo(1);
            Ran.take();
            assertThat(flagged.call().compute(stored)).isEqualTo(1);
        }
        assertThat(Ran.take()).isEmpty();
    }

    private static Integer flagged() {
        Thread.currentThread().interrupt();
        return Ran.note("flagged", 1);
    }
}
