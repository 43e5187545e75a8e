package dev.bide.testkit;

import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a run has told about one task so far. */
final class TaskHistory {
    private final Map<Step, Integer> steps = new EnumMap<>(Step.class);
    private @Nullable TaskEvent last;

    /**
     * Takes in an event; tells whether its time is not before the last one's.
     *
     * @param clockError how much earlier it may be if another worker took it
     */
    boolean add(TaskEvent event, long clockError) {
        steps.merge(event.step(), 1, Integer::sum);
        TaskEvent before = last;
        last = event;
        return before == null || event.nanos() - before.nanos() >= (sameClock(before, event) ? 0 : -clockError);
    }

    /** Whether the worker tells both. It does not when it has the task, when another takes it from it, and afterwards. */
    private static boolean sameClock(TaskEvent one, TaskEvent other) {
        return one.worker().equals(other.worker()) && one.step() == Step.STARTED && other.step() == Step.FINISHED;
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
