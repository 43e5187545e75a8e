package dev.bide.verify.remote;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.graph.Plan;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.Progress;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import dev.bide.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store does around workers is what it does around threads. */
abstract class StoreOnWorkers {
    private static final int MEBI = 1 << 20;

    @TempDir
    private Path folder;

    private Path store;
    private String marks;
    private Scheduler stored;
    private Task1<Integer, Integer> next;
    private Task1<Integer, Integer> plain;

    /** Closed by whoever extends this. */
    abstract Scheduler workers();

    @BeforeEach
    void open() throws IOException {
        store = folder.resolve("store");
        stored = Store.at(store).on(workers());
        String here = Files.createDirectory(folder.resolve("marks")).toString();
        marks = here;
        next = next(here);
        plain = task((Integer x) -> Marks.note(here, "plain " + x, x + 1));
    }

    private static Task1<Integer, Integer> next(String marks) {
        return task((Integer x) -> Marks.note(marks, "next " + x, x + 1)).stored();
    }

    private List<String> taken() throws IOException {
        List<String> all = Marks.of(marks);
        try (Stream<Path> files = Files.list(Path.of(marks))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return all;
    }

    private static List<Path> entries(Path store) {
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{30,64}.*"))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // plain 0 .. plain 9 -> next -> sum
    @Test
    void compute_secondRun_readsWhatTheFirstHasSaved() throws IOException {
        Delayed<Integer> sum = next.each(
                        plain.each(IntStream.range(0, 10).boxed().toList()))
                .then(all -> all.stream().mapToInt(Integer::intValue).sum());

        assertThat(sum.compute(stored)).isEqualTo(65);
        assertThat(taken()).hasSize(20).doesNotHaveDuplicates();
        Run<Integer> second = stored.start(Plan.of(sum), RunOptions.defaults());
        assertThat(second.get()).isEqualTo(65);
        assertThat(taken()).isEmpty();
        assertThat(second.progress()).isEqualTo(new Progress(11 + 1, 11 + 1, 0, 0, 0));
    }

    // next -> how many entries the store has by then
    @Test
    void compute_dependentOfAStoredCall_runsWhenThatIsSaved() {
        String there = store.toString();
        List<Delayed<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            counts.add(next.call(i).then(x -> entries(Path.of(there)).size()));
        }

        assertThat(next.call(100).then(x -> entries(Path.of(there)).size()).compute(stored))
                .isEqualTo(1);
        assertThat(gather(counts).compute(stored)).allMatch(count -> count >= 2);
        assertThat(entries(store)).hasSize(21);
    }

    // bytes -> sum
    @Test
    void compute_largeAndNullResults_areSavedAndRead() throws IOException {
        String here = marks;
        Delayed<byte[]> bytes = task((Integer size) -> Marks.note(here, "bytes", filled(size)))
                .stored()
                .call(3 * MEBI);
        Delayed<Integer> last = bytes.then(all -> (int) all[all.length - 1]);
        Delayed<String> none =
                task(() -> Marks.note(here, "none", (String) null)).stored().call();
        Delayed<Boolean> isNone = none.then(x -> x == null);

        for (int run = 0; run < 2; run++) {
            assertThat(gather(List.<Delayed<?>>of(last, isNone)).compute(stored))
                    .isEqualTo(List.of(7, true));
            assertThat(bytes.compute(stored)).isEqualTo(filled(3 * MEBI));
        }
        assertThat(taken()).containsExactly("bytes", "none");
    }

    private static byte[] filled(int size) {
        byte[] all = new byte[size];
        Arrays.fill(all, (byte) 7);
        return all;
    }

    // plain 0 -> next 1 -> next 2
    @Test
    void compute_damagedEntries_areComputedAgainAndSaved() throws IOException {
        Delayed<Integer> root = next.call(next.call(plain.call(0)));
        root.compute(stored);
        taken();
        for (Path entry : entries(store)) {
            byte[] all = Files.readAllBytes(entry);
            all[all.length - 1]++;
            Files.write(entry, all);
        }

        assertThat(root.then(x -> -x).compute(stored)).isEqualTo(-3);
        assertThat(taken()).containsExactly("next 1", "next 2", "plain 0");
        assertThat(root.then(x -> -x).compute(stored)).isEqualTo(-3);
        assertThat(taken()).isEmpty();
    }

    // plain 0 -> (grows to) next 1 -> (grows to) next 2, which also another needs
    @Test
    void compute_growsByStoredCalls_areResumedTheNextTime() throws IOException {
        String here = marks;
        Delayed<Integer> shared = next.call(10);
        Delayed<Integer> grown = plain.call(0)
                .thenDelayed(x -> next(here).call(x).thenDelayed(y -> next(here).call(y)))
                .thenDelayed(x -> shared.then(y -> x + y))
                .zip(shared, Integer::sum);

        assertThat(grown.compute(stored)).isEqualTo(3 + 11 + 11);
        assertThat(taken()).containsExactly("next 1", "next 10", "next 2", "plain 0");
        assertThat(grown.compute(stored)).isEqualTo(3 + 11 + 11);
        assertThat(taken()).containsExactly("plain 0");
    }

    private static Delayed<Long> fibonacci(String marks, int n) {
        return n < 2
                ? task((Integer m) -> Marks.note(marks, "leaf " + m, (long) m))
                        .version("1")
                        .stored()
                        .call(n)
                : value(n).thenDelayed(m -> fibonacci(marks, m - 1).zip(fibonacci(marks, m - 2), Long::sum));
    }

    @Test
    void compute_recursion_isResumedAtItsLeaves() throws IOException {
        assertThat(fibonacci(marks, 9).compute(stored)).isEqualTo(34);
        assertThat(entries(store)).hasSize(2);
        taken();
        assertThat(fibonacci(marks, 9).compute(stored)).isEqualTo(34);
        assertThat(taken()).isEmpty();
    }

    // flaky: fails twice
    @Test
    void compute_callThatIsRetried_isSavedWhenItSucceeds() throws IOException {
        String here = marks;
        Delayed<Integer> flaky = task((Integer x) -> {
                    Marks.note(here, "flaky", x);
                    if (Marks.of(here).size() < 3) {
                        throw new IOException("not yet");
                    }
                    return x;
                })
                .retry(3)
                .stored()
                .call(1);

        assertThat(flaky.compute(stored)).isEqualTo(1);
        assertThat(flaky.compute(stored)).isEqualTo(1);
        assertThat(taken()).hasSize(3);
    }

    // fails: 7 instead
    @Test
    void compute_fallback_isNotSaved() throws IOException {
        String here = marks;
        Delayed<Integer> fails = task((Integer x) -> 1 / Marks.note(here, "fails", x))
                .fallback(7)
                .stored()
                .call(0);

        assertThat(fails.compute(stored)).isEqualTo(7);
        assertThat(entries(store)).isEmpty();
        assertThat(fails.compute(stored)).isEqualTo(7);
        assertThat(taken()).hasSize(2);
    }

    // 4/2, 4/0, 4/1
    @Test
    void computeOutcomes_someFail_onlyThoseRunAgain() throws IOException {
        String here = marks;
        Task1<Integer, Integer> divide = task((Integer x) -> 4 / Marks.note(here, "divide " + x, x))
                .named("divide")
                .stored();
        for (List<String> expected : List.of(List.of("divide 0", "divide 1", "divide 2"), List.of("divide 0"))) {
            List<Outcome<Integer>> outcomes = divide.each(List.of(2, 0, 1)).computeOutcomes(stored);

            assertThat(outcomes.get(0)).isEqualTo(new Outcome.Value<>(2));
            assertThat(outcomes.get(1)).isInstanceOf(Outcome.Failed.class);
            assertThat(outcomes.get(2)).isEqualTo(new Outcome.Value<>(4));
            assertThat(taken()).isEqualTo(expected);
        }
    }

    // next 1 -> fails
    @Test
    void compute_callFails_whatItNeededIsThere() throws IOException {
        Delayed<Integer> fails = next.call(1).then(x -> x / (x - 2));

        for (List<String> expected : List.of(List.of("next 1"), List.<String>of())) {
            assertThatThrownBy(() -> fails.compute(stored))
                    .isInstanceOf(TaskFailedException.class)
                    .hasRootCauseInstanceOf(ArithmeticException.class);
            assertThat(taken()).isEqualTo(expected);
        }
    }
}
