package dev.bide.benchmarks.shapes;

import dev.bide.graph.Plan;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * A run in virtual time by any number of workers, with the rules of the engine on threads: whoever makes a task ready runs
 * it at once, and queues it if it has one already; a worker without a task looks at what it has queued, at what waits for
 * nothing, at what others have queued. The same each time.
 *
 * <p>Waking is a chain: each worker comes one wake-up after the one before. A worker that finds nothing rests until somebody
 * queues a task, and then has it a steal later. Caches, memory, locks and counts that many take down cost nothing here.
 */
final class Simulation {
    private final Plan plan;
    private final Costs costs;
    private final Stock stock;
    private final int[] missing;
    private final Worker[] workers;
    private final BitSet resting = new BitSet();
    private final PriorityQueue<Worker> busy = new PriorityQueue<>(
            Comparator.<Worker>comparingLong(worker -> worker.until).thenComparingInt(worker -> worker.number));

    private Simulation(Plan plan, Costs costs, int count) {
        this.plan = plan;
        this.costs = costs;
        this.stock = new Stock(plan, count);
        this.missing = new int[plan.size()];
        for (int task = 0; task < missing.length; task++) {
            missing[task] = plan.dependencyStart()[task + 1] - plan.dependencyStart()[task];
        }
        this.workers = new Worker[count];
        for (int i = 0; i < count; i++) {
            workers[i] = new Worker(i, i * costs.steal());
            busy.add(workers[i]);
        }
    }

    /** The nanoseconds from the start of the run until its root is done. */
    static long nanos(Plan plan, Costs costs, int workers) {
        return new Simulation(plan, costs, workers).run();
    }

    private long run() {
        Worker worker = busy.remove();
        while (worker.task != plan.root()) {
            long now = worker.until;
            goOn(worker, now);
            feedResting(now);
            worker = busy.remove();
        }
        return worker.until;
    }

    private void goOn(Worker worker, long now) {
        int next = worker.task == Stock.NONE ? Stock.NONE : arriveAtDependents(worker);
        if (next == Stock.NONE) {
            next = stock.own(worker.number);
        }
        if (next != Stock.NONE) {
            begin(worker, next, now);
        } else {
            resting.set(worker.number);
        }
    }

    /** Gives the lowest of the dependents that are ready now, and queues the others. */
    private int arriveAtDependents(Worker worker) {
        int start = plan.dependentStart()[worker.task];
        int next = Stock.NONE;
        for (int p = plan.dependentStart()[worker.task + 1] - 1; p >= start; p--) {
            int dependent = plan.dependents()[p];
            if (--missing[dependent] == 0) {
                if (next != Stock.NONE) {
                    stock.push(worker.number, next);
                }
                next = dependent;
            }
        }
        return next;
    }

    private void feedResting(long now) {
        for (int i = resting.nextSetBit(0); i >= 0; i = resting.nextSetBit(i + 1)) {
            int stolen = stock.steal();
            if (stolen == Stock.NONE) {
                return;
            }
            resting.clear(i);
            begin(workers[i], stolen, now + costs.steal());
        }
    }

    private void begin(Worker worker, int task, long from) {
        worker.task = task;
        worker.until = from + costs.of(plan, task);
        busy.add(worker);
    }

    /** One worker: until when it runs which task, or sleeps. Changed only while it is in no queue. */
    private static final class Worker {
        private final int number;
        private long until;
        private int task = Stock.NONE;

        Worker(int number, long until) {
            this.number = number;
            this.until = until;
        }
    }
}
