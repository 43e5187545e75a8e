package dev.bide.remote;

import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import org.jspecify.annotations.Nullable;

/** Tells the listeners of a run what becomes of its tasks; costs nothing where nobody listens. */
final class Listening {
    static final String DRIVER = "driver";

    private final Parts parts;

    Listening(Parts parts) {
        this.parts = parts;
    }

    /** A step that the brain itself takes. */
    void tell(RunState run, Step step, int task) {
        if (!run.frame(task).plan.imported(task - run.frame(task).base)) {
            tell(run, step, task, DRIVER, parts.now, parts.now, -1);
        }
    }

    /** A step that a worker took. */
    void tell(RunState run, Step step, int task, String worker, long began, long nanos, long bytes) {
        run.count(step, task);
        if (run.isListenedTo() && run.isNew(step, task)) {
            tell(run, event(run, step, task, worker, began, nanos, bytes, null));
        }
    }

    void threw(RunState run, Step step, int task, String worker, long began, long nanos, Throwable thrown) {
        run.count(step, task);
        if (run.isListenedTo() && run.isNew(step, task)) {
            tell(run, event(run, step, task, worker, began, nanos, -1, thrown));
        }
    }

    void tell(RunState run, dev.bide.event.Event event) {
        parts.out.add(new Command.Tell(run.id, event));
    }

    TaskEvent event(
            RunState run,
            Step step,
            int task,
            String worker,
            long began,
            long nanos,
            long bytes,
            @Nullable Throwable thrown) {
        Frame frame = run.frame(task);
        Care care = run.care(task);
        int tries = care == null ? 0 : care.tries;
        boolean fellBack = care != null && care.fallbackFor != null;
        boolean counted = fellBack || step == Step.RETRIED || step == Step.FELL_BACK || step == Step.FAILED;
        int attempt = Math.max(1, counted ? tries : tries + 1);
        return new TaskEvent(step, frame.plan, task - frame.base, attempt, worker, began, nanos, bytes, thrown);
    }
}
