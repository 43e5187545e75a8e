package dev.bide.remote.driver;

import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.internal.run.Deadline;
import dev.bide.internal.run.Delivery;
import dev.bide.internal.run.Endings;
import dev.bide.internal.run.Gathering;
import dev.bide.internal.run.Promise;
import dev.bide.remote.Command;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.Progress;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A run as whoever started it sees it, and what the driver keeps of it. */
final class RemoteRun<T extends @Nullable Object> extends Promise<T> implements Run<T> {
    final int number;
    final RunGraph graph;
    final RunOptions options;
    final RemoteFailures failures;
    final @Nullable Delivery delivery;
    final AtomicBoolean cancelling = new AtomicBoolean();
    private final Driver driver;
    private final Map<Integer, @Nullable Object> fetched = new HashMap<>();
    private final BitSet broughtHome = new BitSet();
    private volatile Progress progress;
    private @Nullable Throwable bug;

    RemoteRun(Driver driver, int number, RunGraph graph, RunOptions options) {
        this.driver = driver;
        this.number = number;
        this.graph = graph;
        this.options = options;
        this.failures = new RemoteFailures(graph, driver.codec);
        this.delivery = Delivery.of(options.listeners());
        this.progress = new Progress(graph.plan().size(), 0, 0, 0, 0);
    }

    // ---------------------------------------------------------------- what the driver tells

    void started() {
        if (delivery != null) {
            delivery.deliver(new RunStarted(graph.plan(), Instant.now(), System.nanoTime()));
        }
    }

    void progress(Progress now) {
        progress = now;
    }

    /** A result that the run was asked for is there. */
    void fetched(int task, @Nullable Object value) {
        synchronized (fetched) {
            fetched.put(task, value);
        }
    }

    /** Whether a task that ends in this JVM has yet to be ended; it will be now. */
    boolean comesHome(int task) {
        boolean first = !broughtHome.get(task);
        broughtHome.set(task);
        return first;
    }

    /** Something that should not be able to fail has; the run is about to be cancelled. */
    void broke(Throwable thrown) {
        bug = bug == null ? thrown : bug;
    }

    void ended(Command.End end) {
        RuntimeException thrown = failure(end);
        boolean gives = thrown == null || graph.plan().givesOutcomes() && bug == null;
        Object result = gives ? result(end, thrown) : null;
        decide(result, !gives ? thrown : bug == null ? null : broken());
        if (delivery == null) {
            giveOut();
        } else {
            delivery.ended(new RunEnded(thrown, System.nanoTime()), this::giveOut);
        }
    }

    private IllegalStateException broken() {
        return new IllegalStateException(
                bug instanceof RuntimeException told && told.getMessage() != null ? told.getMessage() : Endings.BUG,
                bug);
    }

    private @Nullable RuntimeException failure(Command.End end) {
        if (bug != null) {
            return broken();
        }
        TaskFailedException failed = failures.merged();
        if (end.cancelled() == null && failed == null) {
            return null;
        }
        List<String> stuck = end.stuck().stream()
                .map(task -> graph.key(task) + " (its worker is ended)")
                .toList();
        return Endings.stopped(end.cancelled(), failed, stuck, options.grace());
    }

    private @Nullable Object result(Command.End end, @Nullable RuntimeException thrown) {
        Plan plan = graph.plan();
        if (plan.givesOutcomes()) {
            return outcomes(end, Endings.why(thrown));
        }
        try {
            return Gathering.root(plan, fetched);
        } catch (Exception impossible) {
            broke(impossible);
            return null;
        }
    }

    private List<Outcome<?>> outcomes(Command.End end, String why) {
        Plan plan = graph.plan();
        @Nullable Object[] values = Gathering.inputs(plan, fetched);
        int[] items = plan.items(plan.root());
        Map<Integer, TaskFailedException> because = failures.because();
        List<Outcome<?>> outcomes = new ArrayList<>(items.length);
        for (int i = 0; i < items.length; i++) {
            outcomes.add(outcome(items[i], values[i], end, because.get(items[i]), why));
        }
        return Collections.unmodifiableList(outcomes);
    }

    private Outcome<?> outcome(
            int item, @Nullable Object value, Command.End end, @Nullable TaskFailedException needed, String why) {
        if (item < 0 || fetched.containsKey(item)) {
            return new Outcome.Value<@Nullable Object>(value);
        }
        int because = end.missing().getOrDefault(item, -1);
        TaskFailedException failed = because < 0 ? null : failures.of(because);
        if (failed == null) {
            return needed == null ? new Outcome.Cancelled<>(why) : new Outcome.Skipped<>(needed.key(), needed);
        }
        return because == item || isItself(item, because)
                ? new Outcome.Failed<>(failed)
                : new Outcome.Skipped<>(failed.key(), failed);
    }

    /** A task that went on with more fails with what it went on with. */
    private boolean isItself(int item, int because) {
        return graph.planOf(item).expands(graph.local(item)) && graph.base(because) > 0;
    }

    @Override
    protected void letGo() {
        driver.forget(this);
    }

    // ---------------------------------------------------------------- what the user sees

    @Override
    public T get() {
        awaitUntil(Deadline.NEVER);
        return give();
    }

    @Override
    public T get(Duration timeout) throws TimeoutException {
        Objects.requireNonNull(timeout, "the time to wait is null: use get() to wait for as long as it takes");
        if (!awaitUntil(Deadline.after(timeout))) {
            throw Endings.notOver(timeout, progress());
        }
        return give();
    }

    @Override
    public boolean cancel() {
        return cancel(Endings.CANCELLED);
    }

    @Override
    public boolean cancel(String why) {
        return driver.cancel(this, why);
    }

    @Override
    public boolean isDone() {
        return ended();
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        return future();
    }

    @Override
    public @Nullable Object rerun(String key) throws Exception {
        return failures.rerun(Key.of(key));
    }

    @Override
    public Plan plan() {
        return graph.plan();
    }

    @Override
    public RunOptions options() {
        return options;
    }

    @Override
    public Progress progress() {
        return progress;
    }
}
