package dev.bide.internal.local;

import dev.bide.internal.run.Deadline;
import dev.bide.internal.run.Endings;
import dev.bide.internal.run.Promise;
import dev.bide.internal.run.Shutdown;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How a run ends: from running, at once or through stopping, to ended. Each step is taken once, by a compare-and-set; the
 * result is given out after the listeners have heard the last event.
 */
final class Ending<T extends @Nullable Object> extends Promise<T> {
    private sealed interface Phase {
        /** Tasks are run. */
        enum Running implements Phase {
            NOW
        }

        /** Nothing new is started; {@code why} is null where a task failed. */
        record Stopping(@Nullable String why) implements Phase {}

        /** There is a result or a failure. */
        enum Ended implements Phase {
            NOW
        }
    }

    /** A task failed. It is there, class and object, before it is needed: that may be because memory is short. */
    private static final Phase.Stopping FAILED = new Phase.Stopping(null);

    /** A worker may be between two tasks when its time is up. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private static final long LOOK_AT_SHUTDOWN = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_SHUTDOWN = Duration.ofSeconds(10).toNanos();

    private final LocalRun<T> run;
    private final Duration grace;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.Running.NOW);
    private volatile @Nullable Thread helper;
    private volatile @Nullable Thread teller;
    private volatile @Nullable Future<?> graceTime;
    private volatile @Nullable Future<?> deadline;

    Ending(LocalRun<T> run, Duration grace) {
        this.run = run;
        this.grace = grace;
    }

    // ---------------------------------------------------------------- phases

    /** Whether nothing new may be started. */
    boolean stopping() {
        return phase.get() != Phase.Running.NOW;
    }

    /** The root has its result. A failure that came first wins. */
    void succeed(@Nullable Object value) {
        RuntimeException missing =
                value instanceof Failures.Missing ? run.failures().merged() : null;
        end(Phase.Running.NOW, missing == null ? value : null, missing);
    }

    /** A task failed: stop. */
    void stop() {
        stop(FAILED);
    }

    @Override
    public boolean cancel(String why) {
        return stop(new Phase.Stopping(why));
    }

    private boolean stop(Phase.Stopping stopping) {
        if (!phase.compareAndSet(Phase.Running.NOW, stopping)) {
            return false;
        }
        sendAway(stopping);
        return true;
    }

    private void sendAway(Phase.Stopping stopping) {
        wakeHelper();
        run.expel();
        if (!ended()) {
            watch(grace, stopping);
        }
    }

    /** From now on nothing is started. Needs no memory. */
    void halt() {
        phase.compareAndSet(Phase.Running.NOW, FAILED);
    }

    /** Stops a run that has been halted, or whose stop has found no memory. */
    void stopHalted() {
        if (phase.get() instanceof Phase.Stopping stopping) {
            sendAway(stopping);
        }
    }

    /** Cancels the run if it is not over in time. */
    void expireAfter(Duration time) {
        Future<?> timer = RunTimer.after(time, () -> cancel(Endings.late(time)));
        deadline = timer;
        if (ended()) {
            timer.cancel(false);
        }
    }

    private void watch(Duration time, Phase.Stopping stopping) {
        Future<?> timer = RunTimer.after(time, () -> endWithout(stopping));
        graceTime = timer;
        if (ended()) {
            timer.cancel(false);
        }
    }

    /** The last worker has left a stopped run. */
    void end() {
        if (phase.get() instanceof Phase.Stopping stopping) {
            end(stopping, null, whatStopped(stopping, List.of()));
        }
    }

    /** Some workers have not left in time: end without them, and name what they run. */
    private void endWithout(Phase.Stopping stopping) {
        List<String> stuck = run.crew.runningKeys();
        if (!stuck.isEmpty()) {
            end(stopping, null, whatStopped(stopping, stuck));
        } else if (!ended()) {
            watch(LOOK_AGAIN, stopping);
        }
    }

    private RuntimeException whatStopped(Phase.Stopping stopping, List<String> stuck) {
        if (run.failures().bug() != null) {
            return new IllegalStateException(Endings.BUG, run.failures().bug());
        }
        return Endings.stopped(stopping.why(), run.failures().merged(), stuck, grace);
    }

    private void end(Phase from, @Nullable Object value, @Nullable RuntimeException thrown) {
        if (!phase.compareAndSet(from, Phase.Ended.NOW)) {
            return;
        }
        Outcomes outcomes = run.failures().bug() == null ? run.outcomes() : null;
        if (outcomes == null) {
            decide(value, thrown);
        } else {
            decide(outcomes.at(Endings.why(thrown)), null);
        }
        run.dropSpilled();
        run.hands.part(run);
        run.dropParked();
        if (run.events == null) {
            giveOut();
        } else {
            teller = Thread.currentThread();
            run.events.ended(thrown, this::giveOut);
        }
    }

    @Override
    protected void letGo() {
        Shutdown.forget(this); // the listeners have heard the end, and a report is written
        wakeHelper();
        forget(graceTime);
        forget(deadline);
    }

    private static void forget(@Nullable Future<?> timer) {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    // ---------------------------------------------------------------- waiting

    /** As long as the grace time lets them. A task or listener that asked for the shutdown itself cannot go on before it is over. */
    @Override
    protected void awaitAnswers(long since) {
        long end = since + Math.min(LONGEST_SHUTDOWN, Deadline.nanos(grace));
        while (Deadline.left(end) > 0 && mayEnd() && !awaitUntil(System.nanoTime() + LOOK_AT_SHUTDOWN)) {
            Thread.onSpinWait();
        }
    }

    private boolean mayEnd() {
        return !Shutdown.isAskedBy(teller) && run.crew.mayEnd();
    }

    /**
     * A thread that works for the run sleeps, if there is still nothing to do. It says so, then looks; whoever adds a task
     * or ends the run does that, then looks whether somebody sleeps: with the fences between, one sees the other.
     */
    void sleepHelper(long deadline) {
        helper = Thread.currentThread();
        VarHandle.fullFence();
        if (!stopping() && !run.ready.hasWork()) {
            LockSupport.parkNanos(this, Deadline.left(deadline));
        }
        helper = null;
    }

    void wakeHelper() {
        Thread sleeping = helper;
        if (sleeping != null) {
            LockSupport.unpark(sleeping);
        }
    }
}
