package dev.bide.verify.scale;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.schedule.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A task that becomes ready just when a worker goes to sleep is run nevertheless. Before each round the others are kept
 * waiting for about as long as a worker searches before it sleeps; then as many tasks as there are workers have to meet,
 * which they cannot do if one of the workers was not woken.
 *
 * <pre>
 *          meet            meet
 *        /      \        /      \
 *   pause - meet - pause - meet - pause ...
 *        \      /        \      /
 *          meet            meet
 * </pre>
 */
class WakeUpsTest {
    private static final long SEED = 20_260_101;
    private static final int LONGEST_PAUSE = 6_000;
    private static final int HANGS = 40;

    private final Random random = new Random(SEED);

    private static int pause(int spins) {
        for (int i = 0; i < spins; i++) {
            Thread.onSpinWait();
        }
        return spins;
    }

    private int someSpins() {
        return random.nextInt(LONGEST_PAUSE);
    }

    /** So many rounds in which so many meet. */
    private Delayed<Integer> meetings(int rounds, int together) {
        CyclicBarrier barrier = new CyclicBarrier(together);
        Task1<Integer, Integer> meet = task((Integer ignored) -> barrier.await(HANGS, SECONDS));
        Delayed<Integer> paused = task(WakeUpsTest::pause).call(0);
        for (int i = 0; i < rounds; i++) {
            Delayed<Integer> before = paused;
            DelayedList<Integer> met = gather(IntStream.range(0, together)
                    .mapToObj(k -> meet.call(before))
                    .toList());
            int spins = someSpins();
            paused = met.then(all -> pause(spins));
        }
        return paused;
    }

    @Test
    void compute_workersFallAsleepInBetween_areWokenForEachRound() {
        for (int workers : List.of(2, 3)) {
            try (Scheduler pool = Schedulers.threads(workers)) {
                assertThat(meetings(Amount.wakeUps(), workers).compute(pool)).isNotNegative();
            }
        }
    }

    @Test
    void compute_onThreadsThatAreGivenBackInBetween_getsThemForEachRound() {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Scheduler pool = Schedulers.on(threads)) {
            assertThat(meetings(Amount.wakeUps(), 2).compute(pool)).isNotNegative();
        } finally {
            threads.shutdownNow();
        }
    }

    //   one worker waits in a task for the inner run, and helps; the other is the one that meets it
    @Test
    void compute_inATaskThatFallsAsleepOverIt_isWokenForEachRound() {
        Delayed<Integer> inner = meetings(Amount.wakeUps(), 2);
        try (Scheduler pool = Schedulers.threads(2)) {
            assertThat(task(() -> inner.compute(pool)).call().compute(pool)).isNotNegative();
        }
    }

    @Test
    void start_theOnlyWorkerFallsAsleepInBetween_isWokenForEachRun() throws Exception {
        Delayed<Integer> call = task(WakeUpsTest::pause).call(1);
        try (Scheduler pool = Schedulers.threads(1)) {
            for (int i = 0; i < Amount.wakeUps(); i++) {
                pause(someSpins());
                assertThat(call.start(pool).get(Duration.ofSeconds(HANGS))).isEqualTo(1);
            }
        }
    }
}
