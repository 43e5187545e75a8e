package dev.bide.verify.contract;

import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.graph.Rewriting;
import dev.bide.graph.Rewriting.Change;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.util.concurrent.locks.ReentrantLock;

/** Puts something around every call of a run that gives what the call gives. */
final class SurroundingScheduler implements Scheduler {
    /** Each call of a chain that is not to be made longer by fusing takes a worker and the driver their time. */
    private static final int MOST = 100_000;

    private final Scheduler scheduler;

    SurroundingScheduler(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public <T> Run<T> start(Plan plan, RunOptions options) {
        return scheduler.start(plan.size() > MOST ? plan : new Surrounding().of(plan), options);
    }

    @Override
    public void close() {
        scheduler.close();
    }

    @Override
    public String toString() {
        return scheduler.toString();
    }

    /** That of one run: a call that several answers go on with stays one. */
    private static final class Surrounding {
        private final ReentrantLock lock = new ReentrantLock();
        private final Rewriting rewriting = new Rewriting(
                call -> Change.around(call.expands() ? body -> more((Node) body.apply()) : body -> body.apply()));

        Plan of(Plan plan) {
            lock.lock();
            try {
                return rewriting.of(plan);
            } finally {
                lock.unlock();
            }
        }

        private Node more(Node answer) {
            lock.lock();
            try {
                return rewriting.of(answer);
            } finally {
                lock.unlock();
            }
        }
    }
}
