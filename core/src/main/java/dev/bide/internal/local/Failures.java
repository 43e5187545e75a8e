package dev.bide.internal.local;

import dev.bide.event.Event.Step;
import dev.bide.graph.Key;
import dev.bide.internal.run.Reruns;
import dev.bide.schedule.Attempt;
import dev.bide.schedule.TaskFailedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final Reruns all = new Reruns();
    private final Map<Integer, TaskFailedException> ofFirstFrame = new LinkedHashMap<>();
    private final AtomicLong skipped = new AtomicLong();
    private final AtomicLong goneOn = new AtomicLong();
    private volatile boolean any;
    private volatile boolean inputsGone;
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
    Object fail(LocalRun<?> run, Slot slot, Frame frame, int number, List<Attempt> made, int mostAttempts) {
        note(frame, number, made, mostAttempts);
        if (run.events != null) {
            run.events.threw(
                    Step.FAILED, slot, frame, number, made.get(made.size() - 1).failure());
        }
        if (goesOn) {
            goneOn.incrementAndGet();
            return Missing.RESULT;
        }
        run.ending.stop();
        return Stopped.RUN;
    }

    /** Notes what a task threw. Should describing it fail too, as it may when memory is short, both are reported. */
    void note(Frame frame, int number, List<Attempt> made, int mostAttempts) {
        @Nullable Object @Nullable [] inputs = inputs(frame, number);
        TaskFailedException failure;
        try {
            @Nullable Object[] known = inputs == null ? new Object[0] : inputs;
            failure = TaskFailedException.of(frame.plan, number, known, made, mostAttempts);
        } catch (Throwable undescribed) {
            undescribed.addSuppressed(made.get(made.size() - 1).failure());
            throw undescribed;
        }
        synchronized (ofFirstFrame) {
            ofFirstFrame.putIfAbsent(inFirstFrame(frame, number), failure);
        }
        all.add(failure, inputs == null ? null : () -> frame.plan.call(number, inputs));
        any = true;
    }

    /** The task of the first frame that has no result because of this one. */
    private static int inFirstFrame(Frame in, int task) {
        Frame frame = in;
        int number = task;
        while (frame.outer != null) {
            number = frame.outerTask;
            frame = frame.outer;
        }
        return number;
    }

    /** The failures by the tasks of the first frame that they failed. */
    Map<Integer, TaskFailedException> ofFirstFrame() {
        synchronized (ofFirstFrame) {
            return new LinkedHashMap<>(ofFirstFrame);
        }
    }

    /** The run has let go of all results, so that what tasks that are still at work throw says nothing of them. */
    void loseInputs() {
        inputsGone = true;
    }

    boolean inputsGone() {
        return inputsGone;
    }

    /** The arguments, or {@code null} if it was they that could not be made, or they are gone. */
    private @Nullable Object @Nullable [] inputs(Frame frame, int number) {
        if (inputsGone) {
            return null;
        }
        try {
            return frame.arguments(number);
        } catch (Throwable unmade) {
            return null;
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
            run.events.skipped(frame, number);
        }
        return Missing.RESULT;
    }

    /** Runs a failed task again, in the caller's thread. */
    @Nullable
    Object rerun(Key key) throws Exception {
        return all.rerun(key);
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
        return all.count();
    }

    long skipped() {
        return skipped.get();
    }

    /** How many tasks are settled without a result. */
    long missing() {
        return skipped.get() + goneOn.get();
    }

    /** The first failure with the others suppressed in it, or {@code null} if there is none. */
    @Nullable
    TaskFailedException merged() {
        return all.merged();
    }
}
