package dev.bide.store;

import static dev.bide.Bide.action;
import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Action1;
import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Plan;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second run on the same store runs again, and what it does not. */
class StoreTest {
    private static final Task1<Integer, Integer> LOAD = task(StoreTest::load);
    private static final Task1<Integer, Integer> CLEAN = task(StoreTest::clean).stored();
    private static final Task1<List<Integer>, Integer> SUM = task(StoreTest::sum);

    @TempDir
    private Path folder;

    private Scheduler scheduler;

    private static Integer load(Integer number) {
        return Ran.note("load " + number, number);
    }

    private static Integer clean(Integer number) {
        return Ran.note("clean " + number, number * 10);
    }

    private static Integer sum(List<Integer> numbers) {
        return Ran.note("sum", numbers.stream().mapToInt(n -> n).sum());
    }

    private static Integer fail(Integer from) {
        throw new IllegalStateException("no " + from);
    }

    @BeforeEach
    void open() {
        Ran.take();
        scheduler = Store.at(folder.resolve("store")).on(Schedulers.sync());
    }

    private static DelayedList<Integer> cleaned(int count) {
        return CLEAN.each(LOAD.each(IntStream.range(0, count).boxed().toList()));
    }

    // load-1 -> clean-1 -+
    //                    +-> sum
    // load-2 -> clean-2 -+
    @Test
    void compute_again_runsNeitherWhatIsStoredNorWhatOnlyThatNeeds() {
        assertThat(SUM.call(cleaned(2)).compute(scheduler)).isEqualTo(10);
        assertThat(Ran.take()).containsExactly("clean 0", "clean 1", "load 0", "load 1", "sum");

        assertThat(SUM.call(cleaned(2)).compute(scheduler)).isEqualTo(10);
        assertThat(Ran.take()).containsExactly("sum");
    }

    @Test
    void compute_moreThanBefore_runsTheRest() {
        SUM.call(cleaned(2)).compute(scheduler);
        Ran.take();

        assertThat(SUM.call(cleaned(3)).compute(scheduler)).isEqualTo(30);
        assertThat(Ran.take()).containsExactly("clean 2", "load 2", "sum");
    }

    @Test
    void compute_otherSchedulerAndOtherStoreObject_findsTheSame() {
        SUM.call(cleaned(50)).compute(scheduler);
        Ran.take();

        try (Scheduler threads = Schedulers.threads(2)) {
            Scheduler other = Store.at(folder.resolve("store")).atMost(1 << 20).on(threads);
            assertThat(SUM.call(cleaned(50)).compute(other)).isEqualTo(12_250);
        }
        assertThat(Ran.take()).containsExactly("sum");
    }

    //   load (not stored) -> clean (stored)
    //     \-> sum of load
    @Test
    void compute_whatAnotherNeedsToo_isRun() {
        Delayed<Integer> load = LOAD.call(1);
        Bide.compute(scheduler, CLEAN.call(load));
        Ran.take();

        assertThat(SUM.call(gather(List.of(CLEAN.call(load), load))).compute(scheduler))
                .isEqualTo(11);
        assertThat(Ran.take()).containsExactly("load 1", "sum");
    }

    @Test
    void compute_nullAndAnAction_areStoredToo() {
        Action1<Integer> note = action(StoreTest::note).stored();

        note.call(1).compute(scheduler);
        note.call(1).compute(scheduler);
        assertThat(Ran.take()).containsExactly("note 1");
    }

    private static void note(Integer number) {
        Ran.note("note " + number, number);
    }

    @Test
    void compute_pureTask_isStored() {
        Task1<Integer, Integer> pure = task(StoreTest::load).pure();

        pure.call(1).compute(scheduler);
        pure.call(1).compute(scheduler);
        assertThat(Ran.take()).containsExactly("load 1");
    }

    @Test
    void compute_equalPureCallsThatAreStored_areReadOnce() {
        Task1<Integer, Integer> pure = task(StoreTest::load).pure();
        pure.call(1).compute(scheduler);

        Plan[] plan = new Plan[1];
        gather(List.of(pure.call(1), pure.call(1)))
                .start(scheduler, RunOptions.defaults().listener(event -> {
                    if (event instanceof TaskEvent step) {
                        plan[0] = step.plan();
                    }
                }))
                .get();
        assertThat(plan[0].size()).isEqualTo(2);
    }

    @Test
    void compute_taskFails_isNotStoredAndSaysWhatItSaysWithoutAStore() {
        Delayed<Integer> failing = task(StoreTest::fail).stored().call(LOAD.call(7));

        assertThatThrownBy(() -> failing.compute(scheduler))
                .isInstanceOf(TaskFailedException.class)
                .hasMessage(message(failing))
                .hasMessageContaining("inputs     from 7, from load");
        Ran.take();
        assertThatThrownBy(() -> failing.compute(scheduler)).isInstanceOf(TaskFailedException.class);
        assertThat(Ran.take()).containsExactly("load 7");
    }

    private static String message(Delayed<?> failing) {
        try {
            failing.compute(Schedulers.sync());
            throw new AssertionError("it did not fail");
        } catch (TaskFailedException failed) {
            return failed.getMessage();
        }
    }

    @Test
    void compute_someAreStored_theOthersKeepTheirKeys() {
        SUM.call(cleaned(2)).compute(scheduler);
        Task1<Integer, Integer> bad = task(StoreTest::fail).named("load");
        List<Delayed<Integer>> loads = List.of(LOAD.call(0), LOAD.call(1), bad.call(2));

        assertThatThrownBy(() -> SUM.call(CLEAN.each(gather(loads))).compute(scheduler))
                .isInstanceOfSatisfying(
                        TaskFailedException.class,
                        failed -> assertThat(failed.key()).hasToString("load-3"))
                .hasMessageContaining("clean-3 → list → sum");
    }

    @Test
    void plan_storedTask_isResumed() {
        SUM.call(cleaned(3)).compute(scheduler);
        Queue<String> resumed = new ConcurrentLinkedQueue<>();

        SUM.call(cleaned(3)).compute(scheduler, RunOptions.defaults().listener(event -> {
            if (event instanceof TaskEvent step
                    && step.step() == Step.FINISHED
                    && step.plan().resumed(step.task())) {
                resumed.add(step.key() + " of " + step.name());
            }
        }));
        assertThat(resumed).containsExactlyInAnyOrder("clean-1 of clean", "clean-2 of clean", "clean-3 of clean");
    }

    @Test
    void start_nothingToStore_runsThePlanAsItIs() {
        assertThat(LOAD.call(1).start(scheduler, RunOptions.defaults()).plan().node(0))
                .isInstanceOf(Delayed.class);
    }

    @Test
    void compute_chainOfAHundredThousandStoredCalls_isResumedAtItsEnd() {
        Task1<Integer, Integer> next = task((Integer x) -> x + 1);
        Delayed<Integer> last = next.call(0);
        for (int i = 0; i < 100_000; i++) {
            last = next.call(last);
        }
        Delayed<Integer> stored = CLEAN.call(last);

        assertThat(stored.compute(scheduler)).isEqualTo(1_000_010);
        Ran.take();
        assertThat(stored.compute(scheduler)).isEqualTo(1_000_010);
        assertThat(Ran.take()).isEmpty();
    }

    @Test
    void compute_entryCannotBeRead_isComputedAgainAndStored() throws Exception {
        SUM.call(cleaned(2)).compute(scheduler);
        Ran.take();
        Damage.all(folder.resolve("store"));

        try (Logged logged = new Logged()) {
            assertThat(SUM.call(cleaned(2)).compute(scheduler)).isEqualTo(10);
            assertThat(logged.messages()).hasSize(2).allMatch(message -> message.contains("damaged entry"));
        }
        assertThat(Ran.take()).containsExactly("clean 0", "clean 1", "load 0", "load 1", "sum");
        assertThat(SUM.call(cleaned(2)).compute(scheduler)).isEqualTo(10);
        assertThat(Ran.take()).containsExactly("sum");
    }

    @Test
    void toString_storeAndScheduler_showWhereTheyAre() {
        assertThat(scheduler).hasToString(Schedulers.sync().toString());
        assertThat(Store.at(folder.resolve("x"))).hasToString("Store at " + folder.resolve("x"));
    }

    @Test
    void atMost_nothing_isRefused() {
        assertThatThrownBy(() -> Store.at(folder.resolve("x")).atMost(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("atMost(0): a store holds some bytes; leave it out for no bound");
    }
}
