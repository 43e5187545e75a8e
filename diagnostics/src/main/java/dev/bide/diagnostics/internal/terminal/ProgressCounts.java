package dev.bide.diagnostics.internal.terminal;

import dev.bide.event.ConcurrentListener;
import dev.bide.event.Event;
import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.RunStarted;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Counts by name what a run has done. */
final class ProgressCounts extends ConcurrentListener {
    static final Set<Step> STEPS =
            Set.of(Step.STARTED, Step.FINISHED, Step.FAILED, Step.RETRIED, Step.SKIPPED, Step.CANCELLED);

    private final Map<String, NameProgress> byName = new ConcurrentHashMap<>();
    private final Map<Integer, NameProgress> inOrder = new ConcurrentSkipListMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final Set<Grown> grown = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Plan first;
    private volatile NameProgress[] ofFirst = {};

    /** A task that went on with more graph: its own attempt is over, and its result will come. */
    private record Grown(Plan plan, int task) {}

    ProgressCounts() {
        super(STEPS);
    }

    @Override
    public void on(Event event) {
        if (event instanceof TaskEvent step) {
            if (!step.plan().gathers(step.task())) {
                count(step, of(step));
            }
        } else if (event instanceof RunStarted started) {
            add(started.plan());
            ofFirst = started.plan().names().stream().map(this::named).toArray(NameProgress[]::new);
            first = started.plan();
        } else if (event instanceof GraphGrew grew) {
            add(grew.plan());
            grown.add(new Grown(grew.by().plan(), grew.by().task()));
            of(grew.by()).running.decrement();
            of(grew.by()).took(grew.by().nanos() - grew.by().began());
        }
    }

    private void add(Plan plan) {
        long[] totals = new long[plan.names().size()];
        for (int task = 0; task < plan.size(); task++) {
            totals[plan.group(task)] += plan.gathers(task) || plan.imported(task) ? 0 : 1;
        }
        for (int group = 0; group < totals.length; group++) {
            if (totals[group] > 0) {
                named(plan.names().get(group)).total.add(totals[group]);
            }
        }
    }

    private NameProgress named(String name) {
        return byName.computeIfAbsent(name, ignored -> {
            NameProgress progress = new NameProgress(name);
            inOrder.put(next.getAndIncrement(), progress);
            return progress;
        });
    }

    private NameProgress of(TaskEvent step) {
        return step.plan() == first ? ofFirst[step.plan().group(step.task())] : named(step.name());
    }

    private void count(TaskEvent step, NameProgress progress) {
        switch (step.step()) {
            case STARTED -> progress.running.increment();
            case FINISHED -> {
                progress.done.increment();
                if (grown.isEmpty() || !grown.remove(new Grown(step.plan(), step.task()))) {
                    ended(step, progress);
                }
            }
            case FAILED -> {
                progress.failed.increment();
                ended(step, progress);
            }
            case RETRIED -> {
                progress.retries.increment();
                progress.running.decrement();
            }
            case CANCELLED -> progress.running.decrement();
            case SKIPPED -> progress.skipped.increment();
            case QUEUED, FELL_BACK, RELEASED -> throw new AssertionError("not asked for: " + step);
        }
    }

    private static void ended(TaskEvent step, NameProgress progress) {
        progress.running.decrement();
        progress.took(step.nanos() - step.began());
    }

    /** The names that have tasks, in the order in which the graph has them. */
    Collection<NameProgress> names() {
        List<NameProgress> names = new ArrayList<>(inOrder.values());
        names.removeIf(of -> of.total.sum() == 0);
        return names;
    }
}
