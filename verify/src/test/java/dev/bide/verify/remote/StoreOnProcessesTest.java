package dev.bide.verify.remote;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task0;
import dev.bide.Task2;
import dev.bide.event.Event;
import dev.bide.event.Event.Step;
import dev.bide.event.RunListener;
import dev.bide.process.Processes;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import dev.bide.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers in JVMs of their own. */
class StoreOnProcessesTest extends StoreOnWorkers {
    private static final int WIDTH = 40;
    private static final int ROWS = 20;
    private static final Scheduler WORKERS = Processes.start(2);
    private static final Task0<Long> PID = task(() -> ProcessHandle.current().pid());
    private static final Task2<Long, Long, Long> MIX = task((Long a, Long b) -> 31 * a + Long.rotateLeft(b, 17));

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @Override
    Scheduler workers() {
        return WORKERS;
    }

    //   0   1   2 ... 39       every second row is stored
    //   | \ | \ |      |     and 39 with 0
    //   0   1   2 ... 39
    private static Delayed<Long> web() {
        List<Delayed<Long>> row = new ArrayList<>();
        for (long i = 0; i < WIDTH; i++) {
            row.add(MIX.call(1L, i));
        }
        for (int r = 1; r < ROWS; r++) {
            Task2<Long, Long, Long> mix = r % 2 == 0 ? MIX : MIX.stored();
            List<Delayed<Long>> next = new ArrayList<>();
            for (int i = 0; i < WIDTH; i++) {
                next.add(mix.call(row.get(i), row.get((i + 1) % WIDTH)));
            }
            row = next;
        }
        return gather(row).then(all -> all.stream().reduce(1L, (x, y) -> 31 * x + y));
    }

    /** Kills a worker as the system's killer would, when so many tasks have finished. */
    private record Killing(long pid, int after, AtomicInteger finished) implements RunListener {
        @Override
        public void on(Event event) {
            if (event instanceof Event.TaskEvent && finished.incrementAndGet() == after) {
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            }
        }

        @Override
        public Set<Step> steps() {
            return EnumSet.of(Step.FINISHED);
        }
    }

    /** Half-way through the calls, and then half-way through reading their results. */
    @Test
    void compute_workerKilledHalfWay_givesWhatOneThreadGives(@TempDir Path other) {
        long expected = web().compute(Schedulers.sync());
        Scheduler stored = Store.at(other.resolve("store")).on(WORKERS);
        for (int after : List.of(WIDTH * ROWS / 2, WIDTH / 4)) {
            long pid = PID.call().compute(WORKERS);
            Killing killing = new Killing(pid, after, new AtomicInteger());

            assertThat(web().compute(stored, RunOptions.defaults().listener(killing)))
                    .isEqualTo(expected);
            assertThat(killing.finished).hasValueGreaterThanOrEqualTo(after);
        }
        assertThat(web().compute(stored)).isEqualTo(expected);
    }
}
