package dev.bide;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bide.schedule.Scheduler;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulersTest {
    // length
    private final Delayed<Integer> three = on("abc").call(String::length);

    @Test
    void threads_lessThanOne_isRefused() {
        assertThatThrownBy(() -> Schedulers.threads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads(0): a pool needs at least one thread");
        assertThatThrownBy(() -> Schedulers.threads(-3)).hasMessage("threads(-3): a pool needs at least one thread");
    }

    @Test
    void named_knownName_isThatScheduler() {
        assertThat(Schedulers.named("sync")).isSameAs(Schedulers.sync());
        assertThat(Schedulers.named("threads")).isSameAs(Schedulers.threads());
        try (Scheduler three = Schedulers.named("threads(3)")) {
            assertThat(three).hasToString("threads(3)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sync", "threads()", "threads(-1)", "threads(a)", "threads(1234567)", "fast(3)"})
    void named_unknownName_isRefused(String name) {
        assertThatThrownBy(() -> Schedulers.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no scheduler '" + name
                        + "'. Use sync, threads, threads(<number>) or virtualThreads.");
    }

    @ParameterizedTest
    @CsvSource({"processes(2), bide-process", "ignite, bide-cluster-ignite"})
    void named_moduleIsNotThere_saysWhichJarIsMissing(String name, String jar) {
        assertThatThrownBy(() -> Schedulers.named(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("come with the jar " + jar + ".");
    }

    @Test
    void named_noThreads_isRefused() {
        assertThatThrownBy(() -> Schedulers.named("threads(0)"))
                .hasMessage("threads(0): a pool needs at least one thread");
    }

    @Test
    void virtualThreads_jvmWithoutThem_isRefused() {
        assumeThat(Runtime.version().feature()).isLessThan(21);

        assertThatThrownBy(Schedulers::virtualThreads)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "virtualThreads() needs Java 21 or later; this is Java 17. Use threads(n) with as many threads"
                                + " as tasks may wait at once.");
    }

    @Test
    void virtualThreads_jvmWithThem_computes() {
        assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);

        try (Scheduler virtual = Schedulers.virtualThreads()) {
            assertThat(three.compute(virtual)).isEqualTo(3);
            assertThat(virtual).hasToString("virtualThreads");
        }
    }

    @Test
    void on_executor_usesItsThreadsAndLeavesItOpen() {
        ExecutorService executor = Executors.newFixedThreadPool(1, action -> new Thread(action, "mine"));
        try {
            Scheduler scheduler = Schedulers.on(executor);
            Delayed<String> name = task(() -> Thread.currentThread().getName()).call();

            assertThat(name.start(scheduler).toCompletableFuture().join()).isEqualTo("mine");
            assertThat(scheduler).hasToString("on(ThreadPoolExecutor)");
            scheduler.close();
            assertThat(executor.isShutdown()).isFalse();
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void close_sharedSchedulers_doesNothing() {
        for (Scheduler shared : List.of(Schedulers.sync(), Schedulers.threads())) {
            shared.close();

            assertThat(three.compute(shared)).isEqualTo(3);
        }
    }

    @Test
    void start_closedScheduler_isRefused() {
        Scheduler closed = Schedulers.threads(1);
        closed.close();
        closed.close();

        assertThatThrownBy(() -> three.compute(closed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this scheduler is closed: start no runs on it, or close it later");
    }

    @Test
    void threads_moreThanAPoolMayHave_isRefused() {
        assertThatThrownBy(() -> Schedulers.threads(Integer.MAX_VALUE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threads(2147483647): a pool has at most 32767 threads; for tasks that wait use"
                        + " virtualThreads()");
        assertThatThrownBy(() -> Schedulers.named("threads(32768)"))
                .hasMessage(
                        "threads(32768): a pool has at most 32767 threads; for tasks that wait use virtualThreads()");
        try (Scheduler most = Schedulers.threads(32767)) {
            assertThat(three.compute(most)).isEqualTo(3);
        }
    }

    @Test
    void on_null_isRefused() {
        assertThatThrownBy(() -> Schedulers.on(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the executor is null");
        assertThatThrownBy(() -> Schedulers.named(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the scheduler's name is null");
    }
}
