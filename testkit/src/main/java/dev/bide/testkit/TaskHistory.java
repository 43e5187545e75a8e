package dev.bide.testkit;

import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** What a run has told about one task so far. */
final class TaskHistory {
    private final Map<Step, Integer> steps = new EnumMap<>(Step.class);
    private long lastNanos = Long.MIN_VALUE;

    /** Takes in an event; tells whether its time is not before the last one's. */
    boolean add(TaskEvent event) {
        steps.merge(event.step(), 1, Integer::sum);
        boolean later = lastNanos == Long.MIN_VALUE || event.nanos() - lastNanos >= 0;
        lastNanos = event.nanos();
        return later;
    }

    int count(Step step) {
        return Objects.requireNonNullElse(steps.get(step), 0);
    }

    boolean has(Step step) {
        return count(step) > 0;
    }

    /** It has a result, or never will. */
    boolean settled() {
        return endings() > 0;
    }

    int endings() {
        return count(Step.FINISHED) + count(Step.FAILED) + count(Step.SKIPPED) + count(Step.CANCELLED);
    }

    /** Which attempt is under way, or was the last. */
    int attempts() {
        return count(Step.STARTED);
    }

    @Override
    public String toString() {
        return steps.toString();
    }
}
