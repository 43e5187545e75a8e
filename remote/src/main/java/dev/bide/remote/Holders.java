package dev.bide.remote;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Which workers have the results of a run. Most results have one holder, which costs an {@code int}; copies cost a map's entry.
 *
 * <p>For each worker there is a list of what it got. Results that it let go are still in there, until these are more than half.
 */
final class Holders {
    private static final int NONE = -1;
    private static final int SEVERAL = -2;
    private static final int FEW = 64;

    private static final class Kept {
        private IntList tasks = new IntList();
        private int live;
    }

    private int[] one = {};
    private final Map<Integer, int[]> several = new HashMap<>();
    private @Nullable Kept[] kept = {};

    void room(int size) {
        int before = one.length;
        if (size > before) {
            one = Arrays.copyOf(one, before == 0 ? size : Math.max(size, 2 * before));
            Arrays.fill(one, before, one.length, NONE);
        }
    }

    boolean any(int task) {
        return one[task] != NONE;
    }

    /** One of them, {@code -1} if there is none. */
    int first(int task) {
        return one[task] == SEVERAL ? many(task)[0] : one[task];
    }

    boolean has(int task, int worker) {
        return one[task] == worker || one[task] == SEVERAL && indexOf(many(task), worker) >= 0;
    }

    private int[] many(int task) {
        return several.getOrDefault(task, new int[0]);
    }

    private static int indexOf(int[] workers, int worker) {
        for (int i = 0; i < workers.length; i++) {
            if (workers[i] == worker) {
                return i;
            }
        }
        return -1;
    }

    void each(int task, IntConsumer action) {
        if (one[task] == SEVERAL) {
            for (int worker : many(task)) {
                action.accept(worker);
            }
        } else if (one[task] != NONE) {
            action.accept(one[task]);
        }
    }

    void add(int task, int worker) {
        if (has(task, worker)) {
            return;
        }
        if (one[task] == NONE) {
            one[task] = worker;
        } else {
            int[] before = one[task] == SEVERAL ? many(task) : new int[] {one[task]};
            int[] after = Arrays.copyOf(before, before.length + 1);
            after[before.length] = worker;
            several.put(task, after);
            one[task] = SEVERAL;
        }
        Kept by = keptBy(worker);
        by.tasks.add(task);
        by.live++;
        if (by.tasks.size() > FEW && by.tasks.size() > 2 * by.live) {
            compact(by, worker);
        }
    }

    private Kept keptBy(int worker) {
        if (worker >= kept.length) {
            kept = Arrays.copyOf(kept, Math.max(worker + 1, 2 * kept.length));
        }
        Kept by = kept[worker];
        if (by == null) {
            by = new Kept();
            kept[worker] = by;
        }
        return by;
    }

    /** A result that was let go and came back is in the list twice: sorting finds it. */
    private void compact(Kept by, int worker) {
        int[] tasks = by.tasks.toArray();
        Arrays.sort(tasks);
        IntList still = new IntList();
        for (int i = 0; i < tasks.length; i++) {
            if ((i == 0 || tasks[i] != tasks[i - 1]) && has(tasks[i], worker)) {
                still.add(tasks[i]);
            }
        }
        by.tasks = still;
    }

    void remove(int task, int worker) {
        if (!has(task, worker)) {
            return;
        }
        keptBy(worker).live--;
        if (one[task] == worker) {
            one[task] = NONE;
            return;
        }
        int[] before = many(task);
        if (before.length == 2) {
            several.remove(task);
            one[task] = before[before[0] == worker ? 1 : 0];
        } else {
            int[] after = Arrays.copyOf(before, before.length - 1);
            int at = indexOf(before, worker);
            System.arraycopy(before, at + 1, after, at, after.length - at);
            several.put(task, after);
        }
    }

    void clear(int task) {
        each(task, worker -> keptBy(worker).live--);
        if (one[task] == SEVERAL) {
            several.remove(task);
        }
        one[task] = NONE;
    }

    /** What a worker has, each once. */
    int[] of(int worker) {
        if (worker >= kept.length || kept[worker] == null) {
            return new int[0];
        }
        Kept by = keptBy(worker);
        compact(by, worker);
        return by.tasks.toArray();
    }

    /** A worker is gone; gives what it had. */
    int[] lose(int worker) {
        int[] had = of(worker);
        for (int task : had) {
            remove(task, worker);
        }
        if (worker < kept.length) {
            kept[worker] = null;
        }
        return had;
    }
}
