package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.graph.Plan;
import java.util.function.Function;

/**
 * What a run did, for any plan.
 *
 * @param everyTask whether that is known of each task
 * @param marks what it did with the tasks of a plan
 */
record RunMarks(boolean everyTask, Function<Plan, Marks> marks) {
    static RunMarks of(Recording recording) {
        return new RunMarks(!Marks.sampled(recording), plan -> Marks.of(plan, recording));
    }

    Marks of(Plan plan) {
        return marks.apply(plan);
    }
}
