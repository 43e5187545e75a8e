package dev.bide.diagnostics.internal.recording;

import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** What the tasks of one name took together, where not each of them has details. */
final class Sums {
    private final LongAdder planned = new LongAdder();
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder retries = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAccumulator max = new LongAccumulator(Math::max, 0);

    /** There is a task more. */
    void planned() {
        planned.increment();
    }

    void add(TaskEvent step) {
        switch (step.step()) {
            case FINISHED -> done.increment();
            case FAILED -> failed.increment();
            case SKIPPED -> skipped.increment();
            case RETRIED -> retries.increment();
            default -> {}
        }
        if (step.step() == Step.RETRIED) {
            nanos.add(step.nanos() - step.began());
        } else {
            took(step);
        }
    }

    /** An attempt that was a task's last one. */
    void took(TaskEvent step) {
        nanos.add(step.nanos() - step.began());
        max.accumulate(step.nanos() - step.began());
    }

    /** The sums of so many tasks, and what a sample of them says of the others. */
    NameTotals totals(String name, long tasks, long p50, long p95) {
        return new NameTotals(
                name,
                tasks,
                done.sum(),
                failed.sum(),
                skipped.sum(),
                retries.sum(),
                nanos.sum(),
                p50,
                p95,
                Math.max(max.get(), p95));
    }

    /** How many tasks there are. */
    long tasks() {
        return planned.sum();
    }
}
