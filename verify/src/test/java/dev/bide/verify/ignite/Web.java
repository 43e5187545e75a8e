package dev.bide.verify.ignite;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.Task2;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of tasks of some microseconds each. A task mixes two results of the row before, so that one wrong, lost or doubled result
 * anywhere changes the last.
 */
final class Web {
    private static final int WIDTH = 200;
    private static final Task2<Long, Long, Long> MIX = task(Web::mix).named("mix");

    private Web() {}

    //   0   1   2 ... 199
    //   | \ | \ |      |     and 199 with 0
    //   0   1   2 ... 199
    static Delayed<Long> of(int tasks, long seed) {
        List<Delayed<Long>> row = new ArrayList<>();
        for (long i = 0; i < WIDTH; i++) {
            row.add(MIX.call(seed, i));
        }
        for (int done = WIDTH; done < tasks; done += WIDTH) {
            List<Delayed<Long>> next = new ArrayList<>();
            for (int i = 0; i < WIDTH; i++) {
                next.add(MIX.call(row.get(i), row.get((i + 1) % WIDTH)));
            }
            row = next;
        }
        return gather(row).then(all -> all.stream().reduce(1L, (x, y) -> 31 * x + y));
    }

    private static Long mix(Long a, Long b) {
        long end = System.nanoTime() + 50_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return (a * 0x9E3779B97F4A7C15L) ^ Long.rotateLeft(b, 17);
    }
}
