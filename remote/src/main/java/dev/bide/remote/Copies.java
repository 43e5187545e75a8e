package dev.bide.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Second copies of results: of costly ones, and of all that a worker has that wants to leave. */
final class Copies {
    private record Copy(RunState run, Worker from, Worker to, IntList tasks, IntList attempts) {}

    private final Parts parts;
    private final Map<Long, Copy> sent = new HashMap<>();
    private final List<Copy> next = new ArrayList<>();
    private final Map<Worker, String> leaving = new LinkedHashMap<>();
    private long count;

    Copies(Parts parts) {
        this.parts = parts;
    }

    /** A result that took long to make is better kept twice. */
    void backUp(RunState run, int task, Worker from, long took) {
        if (took >= parts.options.backupFrom().toNanos() && run.table.state[task] == State.DONE) {
            Worker to = other(from);
            if (to != null && !run.holders.has(task, to.number)) {
                add(run, from, to, task);
            }
        }
    }

    private @Nullable Worker other(Worker from) {
        List<Worker> others = parts.workers.all().stream()
                .filter(worker -> worker != from && !worker.leaving)
                .toList();
        return others.isEmpty() ? null : others.get(parts.random.nextInt(others.size()));
    }

    private void add(RunState run, Worker from, Worker to, int task) {
        Copy copy = next.stream()
                .filter(each -> each.run() == run && each.from() == from && each.to() == to)
                .findFirst()
                .orElse(null);
        if (copy == null) {
            copy = new Copy(run, from, to, new IntList(), new IntList());
            next.add(copy);
        }
        copy.tasks().add(task);
        copy.attempts().add(run.table.attempt[task]);
    }

    void leave(Worker worker, String why) {
        leaving.put(worker, why);
    }

    void stay(Worker worker) {
        leaving.remove(worker);
    }

    /** Sends what is to be copied, and lets workers go of which nothing is needed any more. */
    void send() {
        new LinkedHashMap<>(leaving).forEach(this::letGo);
        for (Copy copy : next) {
            long id = count++;
            sent.put(id, copy);
            copy.run().workers.set(copy.to().number);
            parts.out.add(new Command.Copy(
                    copy.to().number,
                    id,
                    copy.from().number,
                    copy.run().id,
                    copy.tasks().toArray(),
                    copy.attempts().toArray()));
        }
        next.clear();
    }

    /** One that has a task that will not end goes even if there is nobody to take what it has. */
    private void letGo(Worker worker, String why) {
        boolean busy = worker.batches.size() > worker.stuck
                || sent.values().stream().anyMatch(copy -> copy.from() == worker || copy.to() == worker);
        if (busy) {
            return;
        }
        Worker to = other(worker);
        boolean needed = false;
        for (RunState run : parts.runs.all()) {
            for (int task : run.holders.of(worker.number)) {
                boolean only = run.table.state[task] == State.DONE && isOnlyHolder(run, task);
                if (only && to != null) {
                    add(run, worker, to, task);
                }
                needed |= only;
            }
        }
        if (!needed || to == null && worker.stuck > 0) {
            parts.deaths.dismiss(worker, why);
        }
    }

    private static boolean isOnlyHolder(RunState run, int task) {
        int[] holders = new int[1];
        run.holders.each(task, worker -> holders[0]++);
        return holders[0] == 1;
    }

    void take(Event.Copied event) {
        Copy copy = sent.remove(event.copy());
        if (copy == null) {
            return;
        }
        RunState run = copy.run();
        IntList lost = new IntList();
        for (int i = 0; i < copy.tasks().size(); i++) {
            int task = copy.tasks().get(i);
            int attempt = copy.attempts().get(i);
            boolean current = run.holders.any(task) && run.table.attempt[task] == attempt;
            if (Fetches.contains(event.missing(), task)) {
                parts.fetches.notAt(run, task, attempt, copy.from().number, lost);
            } else if (current) {
                run.holders.add(task, copy.to().number);
            } else {
                parts.out.release(copy.to().number, run.id, task, attempt);
            }
        }
        parts.lineage.lost(run, lost);
    }

    void lost(Worker worker) {
        leaving.remove(worker);
        next.removeIf(copy -> copy.from() == worker || copy.to() == worker);
        sent.values().removeIf(copy -> copy.to() == worker);
    }
}
