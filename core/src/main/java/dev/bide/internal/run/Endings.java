package dev.bide.internal.run;

import dev.bide.schedule.Progress;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What is said of how a run ends, wherever it runs. */
public final class Endings {
    /** Why a run was cancelled: by whoever has it. */
    public static final String CANCELLED = "the run was cancelled";

    /** Why a run was cancelled. */
    public static final String INTERRUPTED =
            "the thread that waited for the run was interrupted, and so the run was cancelled";

    /** Why a run was cancelled. */
    public static final String SCHEDULER_CLOSED = "its scheduler was closed, and so the run was cancelled";

    /** Why a run was cancelled. */
    public static final String SHUTDOWN = "the JVM is shutting down, and so the run was cancelled";

    /** Of a run that ends because of what should not happen. */
    public static final String BUG = "Bide itself failed in this run; please report it";

    private Endings() {}

    /**
     * Gives why a run was cancelled that took too long.
     *
     * @param deadline how long it might take
     * @return why
     */
    public static String late(Duration deadline) {
        return "the run was not over after " + deadline.toMillis() + " ms, its deadline, and so it was cancelled";
    }

    /**
     * Refuses to start a run.
     *
     * @return what to throw
     */
    public static IllegalStateException closed() {
        return new IllegalStateException("this scheduler is closed: start no runs on it, or close it later");
    }

    /**
     * Says that whoever waited has waited long enough.
     *
     * @param waited how long
     * @param progress how far the run is
     * @return what to throw
     */
    public static TimeoutException notOver(Duration waited, Progress progress) {
        return new TimeoutException("the run is not over after " + waited.toMillis() + " ms: " + progress
                + ". It goes on; cancel() stops it.");
    }

    /**
     * Says in a few words what a run ended with.
     *
     * @param thrown what stopped it, or {@code null}
     * @return the words; none if nothing did
     */
    public static String why(@Nullable RuntimeException thrown) {
        if (thrown == null) {
            return "";
        }
        return thrown instanceof TaskFailedException failed ? failed.summary() : String.valueOf(thrown.getMessage());
    }

    /**
     * Says what stopped a run.
     *
     * @param why why it was cancelled, or {@code null} if it was a task that failed
     * @param failed the failures, or {@code null} if there are none
     * @param stuck the keys of tasks that have not answered their interrupt
     * @param grace how long they had for that
     * @return what to throw; nothing is lost
     */
    public static RuntimeException stopped(
            @Nullable String why, @Nullable TaskFailedException failed, List<String> stuck, Duration grace) {
        String ignored = stuck.isEmpty()
                ? ""
                : "; still running " + grace.toMillis() + " ms after their interrupt: " + String.join(", ", stuck);
        if (why == null && failed != null) {
            if (!stuck.isEmpty()) {
                failed.addSuppressed(
                        new IllegalStateException("the run has ended without some of its tasks" + ignored));
            }
            return failed;
        }
        RunCancelledException cancelled = new RunCancelledException(why + ignored);
        if (failed != null) {
            cancelled.addSuppressed(failed);
        }
        return cancelled;
    }
}
