package dev.bide.internal.local;

import dev.bide.event.Event.Step;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What went wrong in a run: the failures in the order in which they came, and the results that are missing because of them. */
final class Failures {
    /** Stands for a result where the run has been stopped. */
    static final class Stopped {
        static final Stopped RUN = new Stopped();

        private Stopped() {}
    }

    /** Stands for a result that will never be, in a run that keeps going. */
    static final class Missing {
        private static final Missing RESULT = new Missing();

        private Missing() {}
    }

    private final boolean goesOn;
    private final List<TaskFailedException> all = new ArrayList<>();
    private final AtomicLong skipped = new AtomicLong();
    private volatile boolean any;
    private volatile @Nullable Throwable bug;

    Failures(boolean goesOn) {
        this.goesOn = goesOn;
    }

    boolean goesOn() {
        return goesOn;
    }

    /** Whether a task has failed. */
    boolean any() {
        return any;
    }

    /** Notes a failure; stops the run unless it keeps going. Gives what stands for the result. */
    Object fail(LocalRun<?> run, Frame frame, int number, int attempts, Throwable thrown) {
        note(frame, number, attempts, thrown);
        if (run.events != null) {
            run.events.tell(Step.FAILED, frame, number, thrown);
        }
        if (goesOn) {
            return Missing.RESULT;
        }
        run.ending.stop();
        return Stopped.RUN;
    }

    /** Notes what a task threw. Should describing it fail too, as it may when memory is short, both are reported. */
    void note(Frame frame, int number, int attempts, Throwable thrown) {
        TaskFailedException failure;
        try {
            failure = TaskFailedException.of(frame.plan, number, inputs(frame, number), attempts, thrown);
        } catch (Throwable undescribed) {
            undescribed.addSuppressed(thrown);
            throw undescribed;
        }
        synchronized (all) {
            all.add(failure);
            any = true;
        }
    }

    /** The arguments, or none if it was they that could not be made. */
    private static @Nullable Object[] inputs(Frame frame, int number) {
        try {
            return frame.plan.arguments(number, frame.results);
        } catch (RuntimeException unmade) {
            return new Object[0];
        }
    }

    boolean inputMissing(Frame frame, int number) {
        int[] dependencies = frame.plan.dependencies();
        for (int p = frame.plan.dependencyStart()[number]; p < frame.plan.dependencyStart()[number + 1]; p++) {
            if (frame.results.get(dependencies[p]) instanceof Missing) {
                return true;
            }
        }
        return false;
    }

    Object skip(LocalRun<?> run, Frame frame, int number) {
        skipped.incrementAndGet();
        if (run.events != null) {
            run.events.tell(Step.SKIPPED, frame, number, null);
        }
        return Missing.RESULT;
    }

    /** Bide itself threw. */
    void crash(Throwable thrown) {
        bug = thrown;
    }

    @Nullable
    Throwable bug() {
        return bug;
    }

    long failed() {
        synchronized (all) {
            return all.size();
        }
    }

    long skipped() {
        return skipped.get();
    }

    /** The first failure with the others suppressed in it, or {@code null} if there is none. */
    @Nullable
    TaskFailedException merged() {
        synchronized (all) {
            if (all.isEmpty()) {
                return null;
            }
            TaskFailedException first = all.get(0);
            all.stream().skip(1 + first.getSuppressed().length).forEach(first::addSuppressed);
            return first;
        }
    }
}
