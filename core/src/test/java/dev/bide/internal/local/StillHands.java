package dev.bide.internal.local;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.Task0;
import dev.bide.graph.Plan;
import dev.bide.schedule.RunOptions;
import java.util.concurrent.atomic.AtomicInteger;

/** A pool whose workers never come by themselves: a test does what they would. Counts how often the run was parted with. */
final class StillHands implements Hands {
    private final int workers;
    final AtomicInteger parted = new AtomicInteger();

    StillHands(int workers) {
        this.workers = workers;
    }

    /**
     * Two results that one task takes and two take from it.
     *
     * <pre>
     *   0   1
     *    \ /
     *     2
     *    / \
     *   3   4
     *    \ /
     *     5
     * </pre>
     */
    static Plan plan() {
        Task0<Integer> leaf = task(() -> 1);
        Delayed<Integer> sum = on(leaf.call(), leaf.call()).call(Integer::sum);
        return Plan.of(on(sum.then(x -> x + 1), sum.then(x -> x + 2)).call(Integer::sum));
    }

    static LocalRun<Object> run(int workers, RunOptions options) {
        return new LocalRun<>(plan(), options, new StillHands(workers));
    }

    @Override
    public int workers() {
        return workers;
    }

    @Override
    public Ready readyFor(LocalRun<?> run) {
        return new Deques(run.crew.slots());
    }

    @Override
    public void wake(LocalRun<?> run) {
        // Nobody sleeps.
    }

    @Override
    public void part(LocalRun<?> run) {
        parted.incrementAndGet();
    }
}
