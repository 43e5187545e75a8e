package dev.bide.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results that a run was asked for, on their way to whoever asked. */
final class Fetches {
    private record Fetch(RunState run, Worker worker, IntList wanted, IntList tasks, IntList attempts) {}

    private record Wanted(RunState run, int task) {}

    private final Parts parts;
    private final Map<Long, Fetch> sent = new HashMap<>();
    private final List<Wanted> next = new ArrayList<>();
    private long count;

    Fetches(Parts parts) {
        this.parts = parts;
    }

    /** A result is there that was asked for. */
    void want(RunState run, int task) {
        next.add(new Wanted(run, task));
    }

    /** Asks each worker once for all that it has. */
    void send() {
        if (next.isEmpty()) {
            return;
        }
        Map<RunState, Map<Integer, Fetch>> grouped = new LinkedHashMap<>();
        for (Wanted each : next) {
            RunState run = each.run();
            int origin = run.aliases.origin(each.task());
            boolean there = run.table.state[each.task()] == State.DONE && !run.fetching.get(each.task());
            Worker worker = there ? parts.workers.find(run.holders.first(origin)) : null;
            if (run.isRunning() && worker != null) {
                Fetch fetch = grouped.computeIfAbsent(run, ignored -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                worker.number,
                                ignored -> new Fetch(run, worker, new IntList(), new IntList(), new IntList()));
                fetch.wanted().add(each.task());
                fetch.tasks().add(origin);
                fetch.attempts().add(run.table.attempt[origin]);
                run.fetching.set(each.task());
            }
        }
        next.clear();
        grouped.values().forEach(fetches -> fetches.values().forEach(this::send));
    }

    private void send(Fetch fetch) {
        long id = count++;
        sent.put(id, fetch);
        parts.out.add(new Command.Fetch(
                fetch.worker().number,
                id,
                fetch.run().id,
                fetch.wanted().toArray(),
                fetch.tasks().toArray(),
                fetch.attempts().toArray()));
    }

    void take(Event.Fetched event) {
        Fetch fetch = sent.remove(event.fetch());
        if (fetch == null || !fetch.run().isRunning()) {
            return;
        }
        parts.pings.heard(fetch.worker().number);
        RunState run = fetch.run();
        IntList lost = new IntList();
        for (int i = 0; i < fetch.wanted().size(); i++) {
            int task = fetch.wanted().get(i);
            run.fetching.clear(task);
            if (!contains(event.missing(), task)) {
                came(run, task);
            } else {
                notAt(run, fetch.tasks().get(i), fetch.attempts().get(i), fetch.worker().number, lost);
                want(run, task);
            }
        }
        parts.lineage.lost(run, lost);
    }

    private void came(RunState run, int task) {
        if (!run.fetched.get(task) && !State.isMissing(run.table.state[task])) {
            run.fetched.set(task);
            run.unfetched--;
            parts.results.letGo(run, task);
            parts.runs.touch(run);
        }
    }

    /** A worker turned out not to have a result; adds it to those lost if nobody has it. */
    void notAt(RunState run, int task, int attempt, int worker, IntList lost) {
        if (run.table.attempt[task] == attempt && run.holders.has(task, worker)) {
            run.holders.remove(task, worker);
            parts.out.release(worker, run.id, task, attempt);
            if (!run.holders.any(task) && run.table.state[task] == State.DONE) {
                lost.add(task);
            }
        }
    }

    static boolean contains(int[] tasks, int task) {
        for (int each : tasks) {
            if (each == task) {
                return true;
            }
        }
        return false;
    }

    /** What was asked of a worker that is gone is asked of another, if another has it. */
    void lost(Worker worker) {
        sent.values().removeIf(fetch -> {
            boolean gone = fetch.worker() == worker;
            for (int i = 0; gone && i < fetch.wanted().size(); i++) {
                fetch.run().fetching.clear(fetch.wanted().get(i));
                want(fetch.run(), fetch.wanted().get(i));
            }
            return gone;
        });
    }
}
