package dev.bide.store;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import dev.bide.testkit.RandomGraphs;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs that have every result on disk which no call needs at the moment: nothing is different, and nothing is left. */
class SpillRunTest {
    private static ExecutorService pool;
    private static List<Scheduler> schedulers;

    @TempDir
    private Path directory;

    private RunOptions spilling;

    @BeforeAll
    static void openSchedulers() {
        pool = Executors.newFixedThreadPool(2);
        schedulers = List.of(Schedulers.sync(), Schedulers.threads(2), Schedulers.on(pool));
    }

    @AfterAll
    static void closeSchedulers() {
        schedulers.forEach(Scheduler::close);
        pool.shutdownNow();
    }

    @BeforeEach
    void open() {
        spilling =
                RunOptions.defaults().spill(SpillFolder.at(directory).bound(0).least(0));
    }

    @AfterEach
    void checkNothingIsLeft() {
        assertThat(directory).isEmptyDirectory();
    }

    private static Delayed<int[]> block(int number) {
        return on(number).call(n -> {
            int[] block = new int[100];
            Arrays.fill(block, n);
            return block;
        });
    }

    private static int sum(int[] block) {
        return Arrays.stream(block).sum();
    }

    private long files() {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(".ser")).count();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void compute_randomGraphs_giveTheSame() {
        RandomGraphs.seeds(6_000_000, 40)
                .forEach(
                        seed -> schedulers.forEach(each -> RandomGraphs.of(seed).check(each, spilling)));
        RandomGraphs.seeds(6_100_000, 20)
                .forEach(seed ->
                        schedulers.forEach(each -> RandomGraphs.failing(seed, 8).check(each, spilling.keepGoing())));
    }

    //     a
    //    / \
    //  one  |     a is on disk while two runs
    //   |   |
    //  two  |
    //    \ /
    //    last
    @Test
    void compute_resultNotNeeded_isOnDiskMeanwhile() {
        Delayed<int[]> a = block(1);
        Delayed<Long> two = a.then(SpillRunTest::sum).then(one -> files());
        Delayed<Long> last = on(two, a).call((count, block) -> count + sum(block));

        schedulers.forEach(each -> assertThat(last.compute(each, spilling)).isGreaterThan(100));
    }

    //  a - one - two     a is on disk meanwhile, and gone from there when last has it
    //   \        /
    //     last
    //      |
    //    one, two
    @Test
    void compute_resultNeededNoMore_isDeletedAtOnce() {
        Delayed<int[]> a = block(1);
        Delayed<int[]> last = on(a.then(SpillRunTest::sum).then(one -> 2), a).call((two, block) -> block);
        Delayed<Long> left = last.then(SpillRunTest::sum).then(one -> files());

        schedulers.forEach(each -> assertThat(left.compute(each, spilling)).isZero());
    }

    //  a     b
    //   \   /|
    //    sum |      fails twice
    //      \ |
    //       last
    @Test
    void compute_retries_eachAttemptHasTheInputs() {
        Delayed<int[]> a = block(1);
        Delayed<int[]> b = block(2);
        for (Scheduler scheduler : schedulers) {
            AtomicInteger attempts = new AtomicInteger();
            Delayed<Integer> sum = on(a, b).call((x, y) -> {
                if (attempts.incrementAndGet() < 3) {
                    throw new IOException("not yet: " + sum(x) + ", " + sum(y));
                }
                return sum(x) + sum(y);
            });
            Delayed<Integer> last = on(sum.retry(2), b).call((s, y) -> s + sum(y));

            assertThat(last.compute(scheduler, spilling)).isEqualTo(500);
            assertThat(attempts).hasValue(3);
        }
    }

    //  a    b
    //  |\   |
    //  | grow: answers with a call of b and of a new block c
    //  |  |
    //  last
    @Test
    void compute_graphGrows_importsWhatIsOnDisk() {
        Delayed<int[]> a = block(1);
        Delayed<int[]> b = block(2);
        Delayed<Integer> grow = a.thenDelayed(x -> on(b, block(sum(x))).call((y, c) -> sum(y) + sum(c)));
        Delayed<int[]> alias = a.thenDelayed(x -> b);
        Delayed<Integer> last = on(grow, a, b, alias).call((g, x, y, z) -> g + sum(x) + sum(y) + sum(z));

        schedulers.forEach(each -> assertThat(last.compute(each, spilling)).isEqualTo(200 + 10_000 + 100 + 200 + 200));
    }

    //  a   b
    //   \ /
    //  fails
    @Test
    void compute_taskFails_tellsItsInputsAndRunsItAgain() throws Exception {
        Task1<List<int[]>, Integer> fails = Task1.of(blocks -> {
            throw new IllegalStateException("sum " + sum(blocks.get(0)) + sum(blocks.get(1)));
        });
        Delayed<Integer> failing =
                fails.call(gather(List.of(block(1), block(2)))).named("fails");
        for (Scheduler scheduler : schedulers) {
            Run<Integer> run = failing.then(sum -> sum + 1).start(scheduler, spilling);

            assertThatThrownBy(run::get).isInstanceOf(TaskFailedException.class).hasMessageContaining("sum 100200");
            assertThatThrownBy(() -> run.rerun("fails")).hasMessage("sum 100200");
        }
    }

    //  a   b   fails     d
    //               \
    //              skipped
    @Test
    void computeOutcomes_someFail_givesTheOthersFromDisk() {
        Delayed<int[]> fails = on(3).call(n -> {
            throw new IllegalStateException("three");
        });
        DelayedList<int[]> all = gather(List.of(block(1), block(2), fails, fails.then(int[]::clone), block(5)));
        for (Scheduler scheduler : schedulers) {
            List<Outcome<int[]>> outcomes = all.computeOutcomes(scheduler, spilling.keepGoing());

            assertThat(outcomes.get(0))
                    .isInstanceOfSatisfying(
                            Outcome.Value.class,
                            given -> assertThat(sum((int[]) given.value())).isEqualTo(100));
            assertThat(outcomes.get(2)).isInstanceOf(Outcome.Failed.class);
            assertThat(outcomes.get(3)).isInstanceOf(Outcome.Skipped.class);
            assertThat(outcomes.get(4))
                    .isInstanceOfSatisfying(
                            Outcome.Value.class,
                            given -> assertThat(sum((int[]) given.value())).isEqualTo(500));
        }
    }

    //    a
    //   / \
    //  one |
    //   |  |
    // waits|
    //    \ |
    //    last
    @Test
    void cancel_someResultsOnDisk_leavesNoFile() throws InterruptedException {
        Scheduler threads = schedulers.get(1);
        CountDownLatch blocks = new CountDownLatch(1);
        Delayed<int[]> a = block(1);
        Delayed<Integer> waits = a.then(int[]::clone).then(one -> {
            blocks.countDown();
            new CountDownLatch(1).await();
            return sum(one);
        });
        Run<Integer> run = on(a, waits).call((x, y) -> sum(x) + y).start(threads, spilling);
        blocks.await();

        assertThat(files()).isEqualTo(1);
        assertThat(run.cancel()).isTrue();
        assertThatThrownBy(run::get).isInstanceOf(RunCancelledException.class);
        assertThat(files()).isZero();
    }

    /** What cannot be written, and says so only when asked. */
    private record Opaque(Object inside) implements Serializable {}

    @Test
    void compute_resultsThatCannotBeWritten_stayInMemory() {
        Object inside = new Object();
        Delayed<Opaque> opaque = on(0).call(zero -> new Opaque(inside));
        Delayed<Object> plain = on(0).call(zero -> inside);
        Delayed<Boolean> same = on(opaque, plain, block(1), block(2))
                .call((x, y, one, two) -> x.inside().equals(inside) && y.equals(inside) && sum(one) + sum(two) == 300);

        schedulers.forEach(each -> assertThat(same.compute(each, spilling)).isTrue());
    }

    /** Can be written and not be read. */
    private static final class OneWay implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("unused") // serialisation calls it
        private void readObject(ObjectInputStream in) throws IOException {
            throw new IOException("no way back");
        }
    }

    //  one-way
    //   |   \
    //   |   one
    //   |    |
    //   |   two
    //    \  /
    //    needs
    @Test
    void compute_resultCannotBeReadBack_failsTheTaskThatNeedsItAndNamesIt() {
        Delayed<OneWay> oneWay = on(0).call(zero -> new OneWay()).named("one-way");
        Delayed<Integer> two = oneWay.then(x -> 1).then(x -> 2);
        Delayed<Integer> needs = on(oneWay, two).call((x, y) -> y).named("needs");

        for (Scheduler scheduler : schedulers) {
            assertThatThrownBy(() -> needs.compute(scheduler, spilling))
                    .isInstanceOf(TaskFailedException.class)
                    .hasMessageContaining("needs")
                    .hasRootCauseMessage("no way back")
                    .cause()
                    .hasMessageContaining("the result of one-way was put out of memory and could not be read back");
        }
    }

    //  a - one - breaks    a is on disk by then
    //   \        /    \
    //    \      b      c ..
    //     \    / \     |
    //      \  | copy   |
    //       \  \ |    sum
    //        \  sum   /
    //          last
    @Test
    void compute_diskBreaksMidway_goesOnInMemory() {
        Delayed<int[]> a = block(1);
        Delayed<Integer> breaks = a.then(SpillRunTest::sum).then(one -> refuseNewFiles());
        List<Delayed<Integer>> sums = new ArrayList<>();
        for (int i = 1; i < 20; i++) {
            Delayed<int[]> block = block(i).after(breaks);
            Delayed<int[]> copy = block.then(int[]::clone).then(int[]::clone);
            sums.add(on(block, copy).call((x, y) -> sum(x) + sum(y)));
        }
        Delayed<Integer> last = on(a, gather(sums))
                .call((block, all) -> sum(block) + all.stream().mapToInt(n -> n).sum());

        schedulers.forEach(each -> assertThat(last.compute(each, spilling)).isEqualTo(100 + 2 * 190 * 100));
    }

    /** What is there can still be read. Gives how many files could be made. */
    private int refuseNewFiles() throws IOException {
        try (Stream<Path> rooms = Files.list(directory)) {
            File room = rooms.findFirst().orElseThrow().toFile();
            return (int) IntStream.range(1, 200)
                    .filter(number -> new File(room, number + ".ser").mkdir())
                    .count();
        }
    }
}
