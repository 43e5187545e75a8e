package dev.bide.remote;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts again what a brain counts as it goes. */
final class Invariants {
    private final Parts parts;
    private final Set<Long> queued = new HashSet<>();
    private final Map<Long, Batch> running = new HashMap<>();

    Invariants(Parts parts) {
        this.parts = parts;
    }

    void check() {
        collectQueues();
        for (Batch batch : parts.batches.all()) {
            checkBatch(batch);
        }
        for (Worker worker : parts.workers.all()) {
            require(worker.batches.size() <= worker.mostBatches(), "too many batches at " + worker.name);
            require(!worker.isExclusive() || worker.batches.size() == 1, "a suspect is not alone at " + worker.name);
        }
        for (RunState run : parts.runs.all()) {
            checkCounts(run);
            int[] uses = uses(run);
            BitSet spares = run.spares.all();
            for (int task = 0; task < run.table.size(); task++) {
                checkTask(run, task, uses[task], spares.get(task));
            }
        }
    }

    private void collectQueues() {
        add(parts.placement.shared);
        for (Worker worker : parts.workers.all()) {
            add(worker.own);
            queued.addAll(worker.suspects);
        }
        parts.runs.all().forEach(run -> add(run.heldBack));
    }

    private void add(TaskHeap heap) {
        for (long id : heap.toArray()) {
            queued.add(id);
        }
    }

    private void checkBatch(Batch batch) {
        require(parts.workers.find(batch.worker.number) == batch.worker, "batch " + batch.id + " is at a lost worker");
        require(batch.worker.batches.contains(batch), "batch " + batch.id + " is not at its worker");
        for (int i = 0; batch.run.phase != RunState.Phase.ENDED && i < batch.tasks.size(); i++) {
            if (batch.awaits(i)) {
                Batch other = running.put(TaskHeap.id(batch.run.id, batch.tasks.get(i)), batch);
                require(other == null, "task " + batch.tasks.get(i) + " is in two batches");
            }
        }
    }

    private void checkCounts(RunState run) {
        int[] counts = new int[State.GATHERED + 1];
        int live = 0;
        for (int task = 0; task < run.table.size(); task++) {
            byte state = run.table.state[task];
            counts[state]++;
            live += state == State.DONE && !run.aliases.has(task) ? 1 : 0;
        }
        int open = counts[State.WAITING]
                + counts[State.LIMITED]
                + counts[State.PAUSED]
                + counts[State.READY]
                + counts[State.RUNNING];
        require(run.open == open, "open: " + run.open + ", counted " + open);
        require(run.ready == counts[State.READY], "ready: " + run.ready + ", counted " + counts[State.READY]);
        require(run.running == counts[State.RUNNING], "running: " + run.running + " not " + counts[State.RUNNING]);
        int atWork = parts.workers.all().stream()
                .mapToInt(worker -> Math.min(worker.threads, worker.batchesOf(run)))
                .sum();
        require(run.atWork == atWork, "at work: " + run.atWork + ", counted " + atWork);
        require(!run.isRunning() || run.live == live, "alive: " + run.live + ", counted " + live);
        int wanted = (int) run.wanted.stream()
                .filter(task -> !run.fetched.get(task) && !State.isMissing(run.table.state[task]))
                .count();
        require(run.unfetched == wanted, "to be fetched: " + run.unfetched + ", counted " + wanted);
    }

    /** How often each result will still be used. */
    private static int[] uses(RunState run) {
        int[] uses = new int[run.table.size()];
        for (int task = 0; task < uses.length; task++) {
            byte state = run.table.state[task];
            if (run.aliases.has(task)) {
                uses[run.aliases.source(task)] += state == State.WAITING || state == State.DONE ? 1 : 0;
            } else if (State.isOpen(state)) {
                Frame frame = run.frame(task);
                for (int at = frame.from(task); at < frame.to(task); at++) {
                    uses[frame.dependency(at)]++;
                }
            }
            uses[task] += run.wanted.get(task) && !run.fetched.get(task) ? 1 : 0;
        }
        for (List<Integer> held : run.captured.all()) {
            held.forEach(task -> uses[task]++);
        }
        return uses;
    }

    private void checkTask(RunState run, int task, int uses, boolean isSpare) {
        byte state = run.table.state[task];
        long id = TaskHeap.id(run.id, task);
        String name = "run " + run.id + ", task " + task + " (" + State.name(state) + "): ";
        require(state != State.RUNNING || running.containsKey(id), name + "in no batch");
        require(state != State.READY || queued.contains(id), name + "in no queue");
        if (!run.isRunning()) {
            return;
        }
        require(
                run.table.uses[task] == uses || State.isMissing(state),
                name + "uses " + run.table.uses[task] + ", counted " + uses);
        require(state != State.RELEASED || uses == 0, name + "is still needed");
        require(state != State.DONE || uses > 0, name + "nobody needs it");
        boolean alias = run.aliases.has(task);
        boolean there = state == State.DONE && !alias;
        boolean spare = state == State.RELEASED && isSpare;
        require(there == run.holders.any(task) || spare, name + "holders " + run.holders.first(task));
        run.holders.each(
                task, worker -> require(parts.workers.find(worker) != null, name + "kept by a lost worker " + worker));
        if (alias) {
            byte source = run.table.state[run.aliases.source(task)];
            require(state != State.DONE || source == State.DONE, name + "but not what it stands for");
            require(state != State.WAITING || source != State.DONE, name + "what it stands for is there");
        } else if (State.isOpen(state)) {
            checkPending(run, task, name);
        }
    }

    private static void checkPending(RunState run, int task, String name) {
        Frame frame = run.frame(task);
        int pending = 0;
        boolean missing = false;
        for (int at = frame.from(task); at < frame.to(task); at++) {
            byte input = run.table.state[frame.dependency(at)];
            pending += input == State.DONE ? 0 : 1;
            missing |= State.isMissing(input);
        }
        byte state = run.table.state[task];
        require(
                run.table.pending[task] == pending,
                name + "pending " + run.table.pending[task] + ", counted " + pending);
        require(state != State.READY && state != State.LIMITED || pending == 0, name + "inputs are missing");
        require(state != State.WAITING || pending > 0, name + "nothing is missing");
        require(state == State.RUNNING || !missing, name + "something it needs has failed");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
