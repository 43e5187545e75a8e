package dev.bide.remote;

import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.Step;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.schedule.Attempt;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the graph of a run grows: a task answers with a node, whose plan is added to the run; the task stands for its root from
 * then on. Nodes that the run computes, or has the results of, are imported; the others are new tasks.
 *
 * <p>Should the root's result be lost later, it is the root that runs again, not the task that answered with it.
 */
final class Growth {
    private final Parts parts;

    Growth(Parts parts) {
        this.parts = parts;
    }

    void grew(Batch batch, Answer.Grew answer) {
        RunState run = batch.run;
        int task = answer.task();
        run.table.state[task] = State.WAITING;
        if (!run.isRunning()) {
            run.table.state[task] = State.CANCELLED;
            run.open--;
            return;
        }
        List<Integer> imports = new ArrayList<>();
        Plan plan = Plan.of(answer.more(), node -> retain(run, node, imports));
        if (isCircle(run, task, imports)) {
            imports.forEach(each -> parts.results.letGo(run, each));
            IllegalStateException circle = new IllegalStateException(
                    "the task goes on with a call that needs the task's own result: it would wait for itself");
            Duration took = Duration.ofNanos(answer.ended() - answer.began());
            List<Attempt> only = List.of(new Attempt(1, batch.worker.name, took, circle));
            parts.failures.fail(run, task, only, batch.worker.name, answer.began());
            return;
        }
        run.estimates.took(run.frame(task).slot(task), answer.ended() - answer.began());
        Frame frame = add(run, plan, run.frame(task).key(task));
        parts.out.add(new Command.Grow(run.id, frame.base, plan));
        if (run.isListenedTo()) {
            String worker = batch.worker.name;
            var step =
                    parts.listening.event(run, Step.FINISHED, task, worker, answer.began(), answer.ended(), -1, null);
            parts.listening.tell(run, new GraphGrew(plan, step, answer.ended()));
        }
        run.aliases.add(task, frame.base + plan.root());
        run.table.uses[frame.base + plan.root()]++;
        parts.results.letGoInputs(run, task);
        open(run, frame);
    }

    /** Whether the run knows the node; then its result has one use more. */
    private static boolean retain(RunState run, Node node, List<Integer> imports) {
        int task = run.captured.task(node);
        if (task < 0 || run.table.state[task] == State.RELEASED) {
            return false;
        }
        run.table.uses[task]++;
        imports.add(task);
        return true;
    }

    /** Whether any of the imports waits for the task. */
    private static boolean isCircle(RunState run, int task, List<Integer> imports) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> todo = new ArrayDeque<>(imports);
        while (!todo.isEmpty()) {
            int next = todo.pop();
            if (next == task) {
                return true;
            }
            if (!State.isOpen(run.table.state[next]) || !seen.add(next)) {
                continue;
            }
            if (run.aliases.has(next)) {
                todo.add(run.aliases.source(next));
            } else {
                Frame frame = run.frame(next);
                for (int at = frame.from(next); at < frame.to(next); at++) {
                    todo.add(frame.dependency(at));
                }
            }
        }
        return false;
    }

    private static Frame add(RunState run, Plan plan, long key) {
        int[] slots = run.estimates.slots(plan);
        int base = run.addTasks(plan);
        Frame frame = Frame.more(plan, base, slots, key);
        run.frames.add(frame);
        for (int i = 0; i < plan.size(); i++) {
            if (plan.imported(i)) {
                run.imported++;
                run.aliases.add(base + i, run.captured.task(plan.node(i)));
            }
        }
        register(run, frame);
        return frame;
    }

    /** Notes what the tasks of a plan compute, and holds what they may go on with. */
    static void register(RunState run, Frame frame) {
        Plan plan = frame.plan;
        for (int i = 0; i < plan.size(); i++) {
            if (!plan.imported(i)) {
                int task = frame.base + i;
                run.captured.put(plan.node(i), task).forEach(holder -> hold(run, holder, task));
            }
        }
        for (int i = 0; plan.expanding() && i < plan.size(); i++) {
            if (plan.expands(i) && !plan.imported(i)) {
                int holder = frame.base + i;
                plan.captured(i, run.captured::knows).forEach(node -> expect(run, node, holder));
            }
        }
    }

    private static void expect(RunState run, Node node, int holder) {
        if (run.captured.knows(node)) {
            hold(run, holder, run.captured.task(node));
        } else {
            run.captured.expect(node, holder);
        }
    }

    private static void hold(RunState run, int holder, int task) {
        boolean there = run.table.state[task] != State.RELEASED;
        boolean mayAnswer = State.isOpen(run.table.state[holder]) && !run.aliases.has(holder);
        if (there && mayAnswer && holder != task) {
            run.table.uses[task]++;
            run.captured.hold(holder, task);
        }
    }

    private void open(RunState run, Frame frame) {
        for (int i = 0; i < frame.plan.size() && run.isRunning(); i++) {
            int task = frame.base + i;
            if (frame.plan.isLeaf(i)) {
                parts.readiness.ready(run, task);
            } else if (frame.plan.imported(i) && run.table.state[task] == State.WAITING) {
                openImport(run, task);
            }
        }
    }

    private void openImport(RunState run, int task) {
        int source = run.aliases.source(task);
        byte state = run.table.state[source];
        if (state == State.DONE) {
            parts.results.arrived(run, task);
        } else if (State.isMissing(state)) {
            parts.failures.skip(run, task, source);
        }
    }
}
