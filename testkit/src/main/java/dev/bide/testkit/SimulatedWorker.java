package dev.bide.testkit;

import dev.bide.remote.Answer;
import dev.bide.remote.Command.Release;
import dev.bide.remote.Command.Submit;
import dev.bide.remote.TaskId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A worker in virtual time: what it keeps, what it is at. */
final class SimulatedWorker {
    /** How a result is called. */
    record ResultId(int run, int task, int attempt) {}

    /** A result; null is one. */
    record Value(@Nullable Object value, long bytes) {}

    /** A batch at its worker. */
    static final class Work {
        final Submit submit;
        final int[][] origins;
        final List<Answer> answers = new ArrayList<>();
        final List<Long> begins = new ArrayList<>();
        final List<Long> ends = new ArrayList<>();
        final Map<Integer, @Nullable Object> values = new HashMap<>();
        final Set<Integer> missing = new HashSet<>();
        boolean loaded;
        boolean ignoresInterrupt;
        boolean over;

        Work(Submit submit, int[][] origins) {
            this.submit = submit;
            this.origins = origins;
        }

        /** Which of its tasks it is at, {@code -1} if at none. */
        int at(long now) {
            for (int i = 0; i < begins.size(); i++) {
                if (begins.get(i) <= now && now < ends.get(i)) {
                    return i;
                }
            }
            return -1;
        }
    }

    final int number;
    final String name;
    final int threads;
    final Map<ResultId, Value> kept = new HashMap<>();
    final Set<Integer> forgotten = new HashSet<>();
    final Deque<Work> queue = new ArrayDeque<>();
    final List<Work> atWork = new ArrayList<>();
    private final List<Runnable> frozen = new ArrayList<>();
    boolean alive = true;
    boolean hangs;
    long lastCommand;
    long lastAnswer;

    SimulatedWorker(int number, int threads) {
        this.number = number;
        this.name = "worker-" + number;
        this.threads = threads;
    }

    /** Does something now, or when it no longer hangs, or never. */
    void act(Runnable action) {
        if (alive && hangs) {
            frozen.add(action);
        } else if (alive) {
            action.run();
        }
    }

    void wake() {
        hangs = false;
        List<Runnable> late = List.copyOf(frozen);
        frozen.clear();
        late.forEach(this::act);
    }

    void keep(ResultId id, Value value) {
        if (!forgotten.contains(id.run())) {
            kept.put(id, value);
        }
    }

    void release(Release release) {
        for (int i = 0; i < release.tasks().length; i++) {
            kept.remove(new ResultId(release.run(), release.tasks()[i], release.attempts()[i]));
        }
    }

    void forget(int run) {
        forgotten.add(run);
        kept.keySet().removeIf(id -> id.run() == run);
    }

    /** The tasks that are at work. */
    List<TaskId> running(long now) {
        List<TaskId> running = new ArrayList<>();
        for (Work work : atWork) {
            int at = work.at(now);
            if (at >= 0) {
                running.add(new TaskId(work.submit.run(), work.submit.tasks()[at]));
            }
        }
        return running;
    }

    /** For messages. */
    @Override
    public String toString() {
        return name + (alive ? "" : " (dead)") + (hangs ? " (hangs)" : "") + ": at work " + atWork.size() + " of "
                + threads + ", queued " + queue.size();
    }
}
