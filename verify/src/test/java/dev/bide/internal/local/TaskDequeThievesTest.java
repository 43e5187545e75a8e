package dev.bide.internal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An owner that pushes and pops in bursts, deep enough to grow the array now and then, and two thieves that are at it all the
 * time: each task is taken once.
 */
class TaskDequeThievesTest {
    private static final long SEED = 20_260_102;
    private static final int ROUNDS = 20;
    private static final int TASKS = 20_000;
    private static final int THIEVES = 2;

    private final AtomicIntegerArray taken = new AtomicIntegerArray(TASKS);
    private volatile TaskDeque deque = new TaskDeque();
    private volatile boolean over;

    private void take(long task) {
        if (task != TaskDeque.NONE) {
            taken.getAndIncrement((int) task);
        }
    }

    private void own(Random random) {
        try {
            pushAndPop(random);
        } finally {
            over = true;
        }
    }

    private void pushAndPop(Random random) {
        int next = 0;
        while (next < TASKS) {
            int burst = 1 << random.nextInt(9);
            for (int i = 0; i < burst && next < TASKS; i++) {
                deque.push(next++);
            }
            for (int i = random.nextInt(2 * burst); i > 0; i--) {
                take(deque.pop());
            }
        }
        while (!deque.isEmpty()) {
            take(deque.pop());
        }
    }

    private void steal() {
        while (!over) {
            take(deque.steal());
        }
    }

    private List<Integer> notTakenOnce() {
        return IntStream.range(0, TASKS)
                .filter(task -> taken.getAndSet(task, 0) != 1)
                .boxed()
                .toList();
    }

    @Test
    void pushPopSteal_byAnOwnerAndTwoThieves_takesEachTaskOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THIEVES + 1);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                deque = new TaskDeque();
                over = false;
                Random random = new Random(SEED + round);
                List<Future<?>> all = new ArrayList<>(List.of(threads.submit(() -> own(random))));
                IntStream.range(0, THIEVES).forEach(i -> all.add(threads.submit(this::steal)));
                for (Future<?> each : all) {
                    each.get();
                }
                assertThat(notTakenOnce()).as("round %d", round).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
