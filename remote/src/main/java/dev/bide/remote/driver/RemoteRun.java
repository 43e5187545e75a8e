package dev.bide.remote.driver;

import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.graph.Results;
import dev.bide.internal.run.Delivery;
import dev.bide.internal.run.Endings;
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
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A run as whoever started it sees it, and what the driver keeps of it. */
final class RemoteRun<T extends @Nullable Object> implements Run<T> {
    final int number;
    final RunGraph graph;
    final RunOptions options;
    final RemoteFailures failures;
    final @Nullable Delivery delivery;
    final AtomicBoolean cancelling = new AtomicBoolean();
    private final Driver driver;
    private final Map<Integer, @Nullable Object> fetched = new HashMap<>();
    private final BitSet broughtHome = new BitSet();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Queue<CompletableFuture<T>> futures = new ConcurrentLinkedQueue<>();
    private volatile Progress progress;
    private @Nullable Throwable bug;
    private @Nullable Object result;
    private @Nullable RuntimeException failure;

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
        if (thrown == null || graph.plan().givesOutcomes() && bug == null) {
            result = result(end, thrown);
        }
        failure = graph.plan().givesOutcomes() && bug == null ? null : thrown;
        if (failure == null && bug != null) {
            failure = broken();
        }
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
        List<String> stuck = end.stuck().stream().map(graph::key).toList();
        return Endings.stopped(end.cancelled(), failed, stuck, options.grace());
    }

    private @Nullable Object result(Command.End end, @Nullable RuntimeException thrown) {
        Plan plan = graph.plan();
        if (plan.givesOutcomes()) {
            return outcomes(end, thrown);
        }
        if (!plan.gathers(plan.root())) {
            return fetched.get(plan.root());
        }
        try {
            return plan.call(plan.root(), values());
        } catch (Exception impossible) {
            broke(impossible);
            return null;
        }
    }

    private List<Outcome<?>> outcomes(Command.End end, @Nullable RuntimeException thrown) {
        String why = thrown instanceof TaskFailedException failed
                ? failed.summary()
                : thrown == null ? "" : String.valueOf(thrown.getMessage());
        Plan plan = graph.plan();
        @Nullable Object[] values = values();
        int[] items = plan.items(plan.root());
        Map<Integer, TaskFailedException> because = failures.because();
        List<Outcome<?>> outcomes = new ArrayList<>(items.length);
        for (int i = 0; i < items.length; i++) {
            outcomes.add(outcome(items[i], values[i], end, because.get(items[i]), why));
        }
        return Collections.unmodifiableList(outcomes);
    }

    /** What the root is called with: plain values too. */
    private @Nullable Object[] values() {
        Plan plan = graph.plan();
        Results results = Results.none(plan.size());
        fetched.forEach(results::set);
        return plan.arguments(plan.root(), results);
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

    private void giveOut() {
        over.countDown();
        driver.forget(this);
        for (CompletableFuture<T> future : futures) {
            fill(future);
        }
    }

    // ---------------------------------------------------------------- what the user sees

    @Override
    public T get() {
        await(Long.MAX_VALUE);
        return give();
    }

    @Override
    public T get(Duration timeout) throws TimeoutException {
        Objects.requireNonNull(timeout, "the time to wait is null: use get() to wait for as long as it takes");
        if (!await(nanos(timeout))) {
            throw Endings.notOver(timeout, progress());
        }
        return give();
    }

    private static long nanos(Duration time) {
        return time.compareTo(Duration.ofNanos(Long.MAX_VALUE)) < 0 ? time.toNanos() : Long.MAX_VALUE;
    }

    /** Waits until the run is over or the time is; gives whether the run is. Cancels the run when interrupted. */
    private boolean await(long nanos) {
        long began = System.nanoTime();
        boolean interrupted = false;
        boolean ended = isDone();
        long left = nanos;
        while (!ended && left > 0) {
            try {
                ended = over.await(left, TimeUnit.NANOSECONDS);
            } catch (InterruptedException now) {
                interrupted = true;
                driver.cancel(this, Endings.INTERRUPTED);
            }
            left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - began);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return ended;
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private T give() {
        if (failure != null) {
            failure.fillInStackTrace();
            throw failure;
        }
        return (T) result;
    }

    @Override
    public boolean cancel() {
        return cancel(Endings.CANCELLED);
    }

    boolean cancel(String why) {
        return driver.cancel(this, why);
    }

    @Override
    public boolean isDone() {
        return over.getCount() == 0;
    }

    @Override
    public CompletableFuture<T> toCompletableFuture() {
        CompletableFuture<T> future = new CompletableFuture<>();
        futures.add(future);
        if (isDone()) {
            fill(future);
        }
        return future;
    }

    @SuppressWarnings("unchecked")
    private void fill(CompletableFuture<T> future) {
        if (failure != null) {
            future.completeExceptionally(failure);
        } else {
            future.complete((T) result);
        }
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
