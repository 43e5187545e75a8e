package dev.bide.store;

import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.schedule.Scheduler;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored calls in a graph that grows. */
class StoreGrowthTest {
    private static final Task1<Integer, Integer> STORED =
            task(StoreGrowthTest::stored).stored();
    private static final Task1<Integer, Integer> PLAIN = task(StoreGrowthTest::plain);
    private static final Task2<Long, Long, Long> ADD = task((Long a, Long b) -> a + b);

    @TempDir
    private Path folder;

    private Scheduler scheduler;

    private static Integer stored(Integer number) {
        return Ran.note("stored " + number, number + 1);
    }

    private static Integer plain(Integer number) {
        return Ran.note("plain " + number, number + 1);
    }

    @BeforeEach
    void open() {
        Ran.take();
        scheduler = Store.at(folder.resolve("store")).on(Schedulers.sync());
    }

    // plain 0 -> (grows to) stored 1
    @Test
    void compute_growsByAStoredCall_isResumedTheNextTime() {
        Delayed<Integer> grown = PLAIN.call(0).thenDelayed(STORED::call);

        assertThat(grown.compute(scheduler)).isEqualTo(2);
        assertThat(Ran.take()).containsExactly("plain 0", "stored 1");
        assertThat(grown.compute(scheduler)).isEqualTo(2);
        assertThat(Ran.take()).containsExactly("plain 0");
    }

    // shared -> captured -> (grows to) captured, which also another needs
    @Test
    void compute_growsByWhatTheRunHasAlready_runsItOnce() {
        Delayed<Integer> shared = STORED.call(PLAIN.call(0));
        Delayed<Integer> grown = shared.thenDelayed(x -> shared.then(y -> y + x));
        Delayed<Integer> both = grown.zip(shared, Integer::sum);

        assertThat(both.compute(scheduler)).isEqualTo(6);
        assertThat(Ran.take()).containsExactly("plain 0", "stored 1");
        assertThat(both.compute(scheduler)).isEqualTo(6);
        assertThat(Ran.take()).isEmpty();
    }

    //         +-> value after grown (a value that waits)
    // grown --+
    @Test
    void compute_valueThatWaitsForAGrownTask_keepsItsValue() {
        Delayed<Integer> grown = PLAIN.call(0).thenDelayed(STORED::call);

        assertThat(value(5).after(grown).then(x -> x + 1).compute(scheduler)).isEqualTo(6);
    }

    private static Delayed<Long> fibonacci(Task1<Integer, Long> leaf, int n) {
        return n < 2
                ? leaf.call(n)
                : value(n).thenDelayed(m -> ADD.call(fibonacci(leaf, m - 1), fibonacci(leaf, m - 2)));
    }

    private static Long leaf(Integer n) {
        return Ran.note("leaf " + n, (long) n);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "threads(2)"})
    void compute_recursion_findsEachEqualCallOnce(String name) {
        try (Scheduler stored = Store.at(folder.resolve(name)).on(Schedulers.named(name))) {
            assertThat(fibonacci(task(StoreGrowthTest::leaf).stored(), 12).compute(stored))
                    .isEqualTo(144);
            Ran.take();
            assertThat(fibonacci(task(StoreGrowthTest::leaf).stored(), 12).compute(stored))
                    .isEqualTo(144);
            assertThat(Ran.take()).isEmpty();
        }
    }

    private static Delayed<Integer> countdown(int n) {
        return n == 0 ? STORED.call(0) : PLAIN.call(n).thenDelayed(m -> countdown(n - 1));
    }

    // n -> (grows to) n - 1 -> (grows to) ... -> stored 0
    @Test
    void compute_growsAHundredThousandTimes_givesItsResult() {
        assertThat(countdown(100_000).compute(scheduler)).isEqualTo(1);
        Ran.take();
        assertThat(countdown(10).compute(scheduler)).isEqualTo(1);
        assertThat(Ran.take()).doesNotContain("stored 0");
    }

    @Test
    void compute_storedEntryIsDamaged_runsWhatItNeedsAgain() throws Exception {
        Delayed<Integer> stored = STORED.call(STORED.call(PLAIN.call(0)));
        stored.compute(scheduler);
        Ran.take();
        Damage.all(folder.resolve("store"));

        try (Logged logged = new Logged()) {
            assertThat(stored.then(x -> x).compute(scheduler)).isEqualTo(3);
            assertThat(logged.messages()).hasSize(2);
        }
        assertThat(Ran.take()).containsExactly("plain 0", "stored 1", "stored 2");
    }
}
