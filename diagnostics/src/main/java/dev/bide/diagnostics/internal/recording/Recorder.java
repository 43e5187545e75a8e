package dev.bide.diagnostics.internal.recording;

import dev.bide.event.ConcurrentListener;
import dev.bide.event.Event;
import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Plan;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Writes down one run: when each task ran, where, and how it ended. Each task is written by the thread that ran it, to a
 * place of its own, so that workers do not wait for each other.
 *
 * <p>Memory is bounded: details of at most {@value #MOST_ROWS} tasks and {@value #MOST_FAILED_ATTEMPTS} failed attempts are
 * kept. A larger graph has details of every second, third, ... task and counts of all; one that grows beyond has counts.
 */
public final class Recorder extends ConcurrentListener {
    /** How many tasks have details. */
    static final int MOST_ROWS = 262_144;

    private static final int MOST_FAILED_ATTEMPTS = 10_000;
    private static final Set<Step> STEPS =
            Set.of(Step.FINISHED, Step.FAILED, Step.RETRIED, Step.SKIPPED, Step.CANCELLED);

    private final int mostRows;
    private final Map<String, Integer> workers = new ConcurrentHashMap<>();
    private final Growth growth = new Growth();
    private final Map<String, Sums> rest = new ConcurrentHashMap<>();
    private final Queue<PlanLog> inOrder = new ConcurrentLinkedQueue<>();
    private final Queue<Thrown> failed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failedLeft = new AtomicInteger(MOST_FAILED_ATTEMPTS);
    private final AtomicInteger rowsLeft;
    private final LongAdder resumed = new LongAdder();

    // Under the lock of this.
    private int logs = 1;

    private volatile @Nullable RunStarted start;
    private volatile @Nullable Plan firstPlan;
    private volatile @Nullable PlanLog first;
    private volatile @Nullable RunEnded end;

    /** Whether any worker is not the thread that tells of its tasks. */
    private volatile boolean elsewhere;

    /** Makes a listener for one run. */
    public Recorder() {
        this(MOST_ROWS);
    }

    Recorder(int mostRows) {
        super(STEPS);
        this.mostRows = mostRows;
        this.rowsLeft = new AtomicInteger(mostRows);
    }

    @Override
    public void on(Event event) {
        if (event instanceof TaskEvent step) {
            note(step);
        } else if (event instanceof RunStarted started) {
            begin(started);
        } else if (event instanceof GraphGrew grew) {
            grow(grew);
        } else if (event instanceof RunEnded ended) {
            end = ended;
        }
    }

    private void begin(RunStarted started) {
        Plan plan = started.plan();
        int every = 1 + (plan.size() - 1) / mostRows;
        PlanLog log = new PlanLog(new Outline.Whole(plan), 0, PlanLog.Origin.RUN, every);
        add(log);
        firstPlan = plan;
        first = log;
        start = started;
    }

    private void add(PlanLog log) {
        rowsLeft.addAndGet(-log.rows());
        inOrder.add(log);
    }

    /** The task that answered has taken its time; whether it is done shows when the graph that it went on with ends. */
    private void grow(GraphGrew grew) {
        Plan plan = grew.plan();
        TaskEvent by = grew.by();
        if (by.plan().resumed(by.task())) {
            resumed.decrement(); // it could not read the result, and will finish with one that is computed
        }
        PlanLog log = logOf(by.plan());
        if (hasRows() && rowsLeft.get() >= plan.size()) {
            addGrown(grew, log);
        } else {
            for (int task = 0; task < plan.size(); task++) {
                if (!plan.gathers(task) && !plan.imported(task)) {
                    sums(plan.name(task)).planned();
                }
            }
        }
        if (log == null) {
            sums(by.name()).took(by);
        } else {
            log.answered(by, worker(by.worker()), started());
        }
    }

    /** One after the other, so that each log stands where its number says. */
    private synchronized void addGrown(GraphGrew grew, @Nullable PlanLog by) {
        if (logs == 1) {
            growth.begin(Objects.requireNonNull(firstPlan), Objects.requireNonNull(first));
        }
        Place maker = by == null ? null : new Place(by.number(), grew.by().task());
        add(growth.add(grew, logs++, maker));
    }

    /** Whether each task of the first plan has one. */
    private boolean hasRows() {
        PlanLog log = first;
        return log != null && log.every() == 1;
    }

    private Sums sums(String name) {
        return rest.computeIfAbsent(name, ignored -> new Sums());
    }

    private @Nullable PlanLog logOf(Plan plan) {
        return plan == firstPlan ? first : growth.logOf(plan);
    }

    private void note(TaskEvent step) {
        if (step.step() == Step.FINISHED && step.plan().resumed(step.task())) {
            resumed.increment();
        }
        PlanLog log = logOf(step.plan());
        if (log == null) {
            if (!step.plan().gathers(step.task())) {
                sums(step.name()).add(step);
            }
        } else {
            log.note(step, worker(step.worker()), started());
        }
        Throwable failure = step.failure();
        if (failure != null && failedLeft.get() > 0) {
            failedLeft.decrementAndGet();
            Place place = log == null ? null : new Place(log.number(), step.task());
            failed.add(new Thrown(place, step.attempt(), step.worker(), step.began(), step.nanos(), failure));
        }
    }

    private int worker(String name) {
        Integer known = workers.get(name);
        return known != null ? known : newWorker(name);
    }

    private int newWorker(String name) {
        if (!name.equals(Thread.currentThread().getName())) {
            elsewhere = true;
        }
        synchronized (workers) {
            return workers.computeIfAbsent(name, ignored -> workers.size());
        }
    }

    // ---------------------------------------------------------------- what has been written

    /**
     * Gives what has been written so far. O(tasks).
     *
     * @param title what to call the run, or {@code null} for the key of its root
     * @param heap how much of the heap was in use
     * @return a view of it; while the run goes on, of each task what happens to be there
     * @throws IllegalStateException if the run has not begun
     */
    public Recording recording(@Nullable String title, Collection<HeapSample> heap) {
        RunStarted started = start;
        if (started == null) {
            throw new IllegalStateException("the run has not begun");
        }
        return new Recording(
                title,
                started,
                end,
                Rows.of(inOrder.stream().map(PlanLog::copy).toList()),
                Map.copyOf(rest),
                new Recording.Workers(workers, elsewhere),
                failed,
                heap,
                resumed.sum());
    }

    private long started() {
        RunStarted started = start;
        return started == null ? 0 : started.nanos();
    }

    /**
     * Tells whether the run has ended.
     *
     * @return whether it has
     */
    public boolean over() {
        return end != null;
    }
}
