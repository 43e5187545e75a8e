package dev.bide.testkit;

import dev.bide.graph.Handling;
import dev.bide.graph.Limit;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.remote.Answer;
import dev.bide.remote.Command.Submit;
import dev.bide.remote.Event;
import dev.bide.testkit.SimulatedWorker.ResultId;
import dev.bide.testkit.SimulatedWorker.Value;
import dev.bide.testkit.SimulatedWorker.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How simulated workers work: a batch's inputs first, then its tasks one after the other, then the answer. */
final class SimulatedLabour {
    private final SimulatedPool pool;
    private final SimulatedTransfers transfers;
    private final Map<Limit, Integer> atWork = new HashMap<>();

    SimulatedLabour(SimulatedPool pool, SimulatedTransfers transfers) {
        this.pool = pool;
        this.transfers = transfers;
    }

    /** What goes over the wire: for each task, where each of its inputs is kept. */
    Work work(Submit submit) {
        if (pool.settings.hollow()) {
            return new Work(submit, new int[0][]);
        }
        int[][] origins = new int[submit.tasks().length][];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = pool.graph(submit.run()).dependencies(submit.tasks()[i]);
            java.util.Arrays.setAll(origins[i], at -> 0);
            int[] dependencies = pool.graph(submit.run()).dependencies(submit.tasks()[i]);
            for (int k = 0; k < dependencies.length; k++) {
                origins[i][k] = pool.origin(submit.run(), dependencies[k]);
            }
        }
        return new Work(submit, origins);
    }

    /** Inputs are fetched while others are at work. */
    void queue(SimulatedWorker worker, Work work) {
        worker.queue.add(work);
        boolean away = false;
        for (int holder : work.submit.inputHolders()) {
            away |= holder != worker.number;
        }
        if (away) {
            pool.time.at(pool.now() + transfers.time(0), () -> worker.act(() -> load(worker, work)));
        } else {
            load(worker, work);
        }
    }

    private void load(SimulatedWorker worker, Work work) {
        Submit submit = work.submit;
        for (int i = 0; i < submit.inputs().length && !pool.settings.hollow(); i++) {
            ResultId id = new ResultId(submit.run(), submit.inputs()[i], submit.inputAttempts()[i]);
            if (!transfers.take(worker, pool.alive(submit.inputHolders()[i]), id)) {
                work.missing.add(submit.inputs()[i]);
            }
        }
        work.loaded = true;
        next(worker);
    }

    private void next(SimulatedWorker worker) {
        for (Work work : List.copyOf(worker.queue)) {
            if (worker.atWork.size() < worker.threads && work.loaded) {
                worker.queue.remove(work);
                worker.atWork.add(work);
                begin(worker, work);
            }
        }
    }

    private void begin(SimulatedWorker worker, Work work) {
        Submit submit = work.submit;
        long at = pool.now();
        for (int i = 0; i < submit.tasks().length; i++) {
            at = attempt(worker, work, i, at);
        }
        tellStart(worker, work);
        countLimit(work, 1);
        pool.time.at(at, () -> worker.act(() -> end(worker, work)));
    }

    private long attempt(SimulatedWorker worker, Work work, int i, long at) {
        int task = work.submit.tasks()[i];
        int attempt = work.submit.attempts()[i];
        SimulatedGraph graph = pool.graph(work.submit.run());
        SimulatedGraph.Place place = graph.place(task);
        long end = at + Math.max(1, pool.settings.habits().nanos(place.plan(), place.task(), attempt));
        Answer answer = pool.settings.hollow()
                ? new Answer.Done(task, attempt, pool.settings.habits().bytes(place.plan(), place.task()), at, end)
                : answer(worker, work, i, at, end);
        boolean run = !(answer instanceof Answer.NotRun || answer instanceof Answer.InputMissing);
        work.answers.add(answer);
        work.begins.add(at);
        work.ends.add(run ? end : at);
        work.ignoresInterrupt |= pool.settings.habits().ignoresInterrupt(place.plan(), place.task());
        if (run && pool.settings.habits().kills(place.plan(), place.task())) {
            pool.time.at((at + end) / 2, () -> killBy(worker, work));
        }
        return run ? end : at;
    }

    private void killBy(SimulatedWorker worker, Work work) {
        if (!work.over) {
            pool.kill(worker, true);
        }
    }

    private Answer answer(SimulatedWorker worker, Work work, int i, long at, long end) {
        Submit submit = work.submit;
        int task = submit.tasks()[i];
        int attempt = submit.attempts()[i];
        int[] origins = work.origins[i];
        int[] lacking = java.util.Arrays.stream(origins)
                .filter(work.missing::contains)
                .distinct()
                .toArray();
        if (lacking.length > 0) {
            return new Answer.InputMissing(task, attempt, lacking);
        }
        @Nullable Object[] inputs = new Object[origins.length];
        for (int k = 0; k < inputs.length; k++) {
            Value value = input(worker, work, origins[k]);
            if (value == null) {
                return new Answer.NotRun(task, attempt);
            }
            inputs[k] = value.value();
        }
        Object given = submit.thrown() == null
                ? pool.graph(submit.run()).call(task, attempt, inputs, at, end)
                : fallBack(submit, at, end);
        if (given instanceof Answer.Threw threw) {
            return threw;
        }
        if (given instanceof Node more && expands(submit.run(), task)) {
            if (!Plan.isValue(more)) {
                return new Answer.Grew(task, attempt, more, at, end);
            }
            given = Plan.valueOf(more);
        }
        work.values.put(task, given);
        SimulatedGraph.Place place = pool.graph(submit.run()).place(task);
        return new Answer.Done(task, attempt, pool.settings.habits().bytes(place.plan(), place.task()), at, end);
    }

    private boolean expands(int run, int task) {
        SimulatedGraph.Place place = pool.graph(run).place(task);
        return place.plan().expands(place.task());
    }

    private @Nullable Object fallBack(Submit submit, long at, long end) {
        Handling handling = handling(submit);
        try {
            return Objects.requireNonNull(handling.fallback())
                    .apply((Exception) Objects.requireNonNull(submit.thrown()));
        } catch (Throwable thrown) {
            return new Answer.Threw(submit.tasks()[0], submit.attempts()[0], thrown, at, end);
        }
    }

    private Handling handling(Submit submit) {
        SimulatedGraph graph = pool.graph(submit.run());
        SimulatedGraph.Place place = graph.place(submit.tasks()[0]);
        return place.plan().handling(place.task()).orElse(graph.options.handling());
    }

    /** From the batch itself, or from what the worker keeps. */
    private static @Nullable Value input(SimulatedWorker worker, Work work, int origin) {
        if (work.values.containsKey(origin)) {
            return new Value(work.values.get(origin), 0);
        }
        for (int i = 0; i < work.submit.inputs().length; i++) {
            if (work.submit.inputs()[i] == origin) {
                return worker.kept.get(
                        new ResultId(work.submit.run(), origin, work.submit.inputAttempts()[i]));
            }
        }
        return null;
    }

    private void tellStart(SimulatedWorker worker, Work work) {
        if (work.submit.tasks().length == 1 && !pool.settings.hollow()) {
            Submit submit = work.submit;
            long began = pool.now();
            pool.from(
                    worker,
                    () -> pool.tell(
                            new Event.Started(worker.number, submit.batch(), submit.tasks()[0], began, pool.now())));
        }
    }

    /** Really no more tasks of a limit are at work than it lets. */
    private void countLimit(Work work, int more) {
        if (pool.settings.hollow()) {
            return;
        }
        Limit limit = handling(work.submit).limit();
        if (limit != null && work.submit.tasks().length == 1) {
            int now = atWork.merge(limit, more, Integer::sum);
            if (now > limit.most()) {
                throw new AssertionError(now + " tasks are at work, and " + limit);
            }
        }
    }

    /** The task at work goes on, what comes after it does not begin. */
    void recall(SimulatedWorker worker, long batch) {
        takeFromQueue(worker, batch);
        for (Work work : List.copyOf(worker.atWork)) {
            if (work.submit.batch() == batch) {
                pool.time.at(leaveOut(work), () -> worker.act(() -> end(worker, work)));
            }
        }
    }

    /** Gives when the task at work ends. */
    private long leaveOut(Work work) {
        long end = pool.now();
        for (int i = 0; i < work.answers.size(); i++) {
            if (work.begins.get(i) > pool.now()) {
                work.answers.set(
                        i, new Answer.NotRun(work.submit.tasks()[i], work.submit.attempts()[i]));
            } else {
                end = Math.max(end, work.ends.get(i));
            }
        }
        return end;
    }

    private void takeFromQueue(SimulatedWorker worker, long batch) {
        for (Work queued : List.copyOf(worker.queue)) {
            if (queued.submit.batch() == batch && worker.queue.remove(queued)) {
                notRun(worker, queued);
            }
        }
    }

    void interrupt(SimulatedWorker worker, long batch) {
        takeFromQueue(worker, batch);
        for (Work work : List.copyOf(worker.atWork)) {
            if (work.submit.batch() == batch && !work.ignoresInterrupt) {
                cutShort(work);
                end(worker, work);
            }
        }
    }

    private void notRun(SimulatedWorker worker, Work work) {
        for (int i = 0; i < work.submit.tasks().length; i++) {
            work.answers.add(
                    new Answer.NotRun(work.submit.tasks()[i], work.submit.attempts()[i]));
        }
        send(worker, work);
    }

    /** What has not ended by now did not happen. */
    private void cutShort(Work work) {
        for (int i = 0; i < work.answers.size(); i++) {
            if (work.ends.get(i) > pool.now()) {
                int task = work.submit.tasks()[i];
                int attempt = work.submit.attempts()[i];
                boolean begun = work.begins.get(i) < pool.now();
                work.answers.set(
                        i,
                        begun
                                ? new Answer.Threw(
                                        task, attempt, new InterruptedException(), work.begins.get(i), pool.now())
                                : new Answer.NotRun(task, attempt));
            }
        }
    }

    private void end(SimulatedWorker worker, Work work) {
        if (work.over) {
            return;
        }
        work.over = true;
        countLimit(work, -1);
        for (Answer answer : work.answers) {
            if (answer instanceof Answer.Done done) {
                ResultId id = new ResultId(work.submit.run(), done.task(), done.attempt());
                if (!pool.settings.hollow()) {
                    worker.keep(id, new Value(work.values.get(done.task()), done.bytes()));
                }
            }
        }
        worker.atWork.remove(work);
        send(worker, work);
        next(worker);
    }

    private void send(SimulatedWorker worker, Work work) {
        List<Answer> all = work.answers;
        long batch = work.submit.batch();
        int cut = pool.random.nextDouble() < pool.settings.faults().partial() ? pool.random.nextInt(all.size()) : 0;
        if (cut > 0) {
            List<Answer> first = List.copyOf(all.subList(0, cut));
            pool.from(worker, () -> pool.tell(new Event.Answered(worker.number, batch, first, false, pool.now())));
        }
        List<Answer> rest = new ArrayList<>(all.subList(cut, all.size()));
        pool.from(worker, () -> pool.tell(new Event.Answered(worker.number, batch, rest, true, pool.now())));
    }

    /** A worker is dead: nothing of it is at work. */
    void gone(SimulatedWorker worker) {
        for (Work work : worker.atWork) {
            if (!work.over) {
                countLimit(work, -1);
            }
            work.over = true;
        }
    }
}
