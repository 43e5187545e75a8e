package dev.bide.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The workers that are there, and by how many batches each has, those that take more. */
final class Workers {
    private final Map<Integer, Worker> all = new TreeMap<>();
    private final List<BitSet> levels = new ArrayList<>();
    private final BitSet withOwn = new BitSet();
    private @Nullable Worker[] byNumber = {};
    private int threads;

    void add(Worker worker) {
        if (worker.number >= byNumber.length) {
            byNumber = Arrays.copyOf(byNumber, Math.max(worker.number + 1, 2 * byNumber.length));
        }
        byNumber[worker.number] = worker;
        all.put(worker.number, worker);
        threads += worker.threads;
        update(worker);
    }

    void remove(Worker worker) {
        byNumber[worker.number] = null;
        all.remove(worker.number);
        threads -= worker.threads;
        levels.forEach(level -> level.clear(worker.number));
        withOwn.clear(worker.number);
    }

    @Nullable
    Worker find(int number) {
        return number >= 0 && number < byNumber.length ? byNumber[number] : null;
    }

    Collection<Worker> all() {
        return all.values();
    }

    /** How many tasks can be at work at the same time. */
    int threads() {
        return threads;
    }

    /** To be called when something about a worker has changed. */
    void update(Worker worker) {
        if (byNumber[worker.number] != worker) {
            return;
        }
        int level = worker.batches.size();
        for (int i = levels.size(); i <= level; i++) {
            levels.add(new BitSet());
        }
        for (int i = 0; i < levels.size(); i++) {
            levels.get(i).set(worker.number, i == level && worker.takesMore());
        }
        withOwn.set(worker.number, !worker.own.isEmpty() && worker.takesMore());
    }

    /** How many have nothing and take more. */
    int idle() {
        return levels.isEmpty() ? 0 : levels.get(0).cardinality();
    }

    int levels() {
        return levels.size();
    }

    /** The next worker, from a number on, that has so many batches and takes more; {@code null} if there is none. */
    @Nullable
    Worker next(int level, int from) {
        return level < levels.size() ? find(levels.get(level).nextSetBit(from)) : null;
    }

    /** The next worker, from a number on, that takes more and has tasks of its own. */
    @Nullable
    Worker nextWithOwn(int from) {
        return find(withOwn.nextSetBit(from));
    }

    /** The worker with the fewest batches; one that takes more if there is any. */
    @Nullable
    Worker idlest() {
        for (int level = 0; level < levels.size(); level++) {
            Worker worker = next(level, 0);
            if (worker != null) {
                return worker;
            }
        }
        return all.values().stream()
                .filter(worker -> !worker.leaving)
                .findFirst()
                .orElse(null);
    }
}
