package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors, the worst ones too, fail their task under its name and leave the scheduler usable. */
abstract class ErrorsLaw extends Law {
    ErrorsLaw(SchedulerContract contract) {
        super(contract);
    }

    private void failsAndLeavesTheSchedulerUsable(Class<? extends Throwable> cause, Delayed<?> failing) {
        TaskFailedException failed = thrown(TaskFailedException.class, failing.named("culprit"));
        assertThat(failed.key().name()).isEqualTo("culprit");
        assertThat(failed.getCause()).isExactlyInstanceOf(cause);
        result(gather(List.of(task(() -> 1).call(), task(() -> 2).call()))).isEqualTo(List.of(1, 2));
    }

    private static int outOfMemory() {
        throw new OutOfMemoryError("thrown by hand");
    }

    @SuppressWarnings("InfiniteRecursion") // that is what it is for
    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    private static int failedAssertion() {
        throw new AssertionError("not so");
    }

    @Test
    void compute_outOfMemory_failsTheTask() {
        failsAndLeavesTheSchedulerUsable(
                OutOfMemoryError.class, task(ErrorsLaw::outOfMemory).call());
    }

    @Test
    void compute_stackOverflow_failsTheTask() {
        failsAndLeavesTheSchedulerUsable(
                StackOverflowError.class, task(() -> endless(0)).call());
    }

    @Test
    void compute_assertionError_failsTheTask() {
        failsAndLeavesTheSchedulerUsable(
                AssertionError.class, task(ErrorsLaw::failedAssertion).call());
    }

    @Test
    void retry_error_isNotTriedAgain() {
        Tally calls = new Tally();
        TaskFailedException failed = thrown(
                TaskFailedException.class,
                task(() -> calls.of("tried", 1) + outOfMemory()).retry(5).call());
        assertThat(failed.attempts()).hasSize(1);
        assertThat(calls.of("tried")).isEqualTo(1);
    }

    //   one --> (its function throws)
    @Test
    void thenDelayed_functionThrows_failsTheTask() {
        failsAndLeavesTheSchedulerUsable(
                OutOfMemoryError.class, task(() -> 1).call().thenDelayed(x -> value(x + outOfMemory())));
    }

    //   a record whose constructor refuses what was computed
    @Test
    void call_structureCannotBeFilled_failsTheTaskThatNeedsIt() {
        Delayed<Integer> one = task(() -> 1).call();
        failsAndLeavesTheSchedulerUsable(
                IllegalArgumentException.class,
                task((Object x) -> x).call(java.util.Map.of(one, "a", one.then(x -> x), "b")));
    }

    /** Cannot even say what is wrong with it. */
    private static final class Hostile extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message for you");
        }
    }

    /** A number that cannot be shown. */
    private static final class HostileNumber extends Number {
        private static final long serialVersionUID = 1L;

        @Override
        public int intValue() {
            return 0;
        }

        @Override
        public long longValue() {
            return 0;
        }

        @Override
        public float floatValue() {
            return 0;
        }

        @Override
        public double doubleValue() {
            return 0;
        }

        @Override
        public String toString() {
            throw new IllegalStateException("no text for you");
        }
    }

    private static int hostile() {
        throw new Hostile();
    }

    @Test
    void compute_exceptionWhoseMessageThrows_failsTheTask() {
        failsAndLeavesTheSchedulerUsable(Hostile.class, task(ErrorsLaw::hostile).call());
    }

    @Test
    void compute_argumentThatCannotBeShown_failsTheTaskWithItsOwnException() {
        failsAndLeavesTheSchedulerUsable(
                OutOfMemoryError.class,
                task((Number n) -> n.intValue() + outOfMemory()).call(new HostileNumber()));
    }

    @Test
    void retry_theSameExceptionEachTime_failsTheTask() {
        needsThisJvm();
        IllegalStateException same = new IllegalStateException("always me");
        TaskFailedException failed = thrown(
                TaskFailedException.class,
                Bide.<Integer>task(() -> {
                            throw same;
                        })
                        .retry(3)
                        .call());
        assertThat(failed.getCause()).isSameAs(same);
        assertThat(failed.attempts()).hasSize(4);
    }

    //   bad   bad      both throw the same exception
    @Test
    void keepGoing_theSameExceptionFromSeveralTasks_failsTheRun() {
        needsThisJvm();
        IllegalStateException same = new IllegalStateException("always me");
        Task1<Integer, Integer> bad = Task1.of(x -> {
            throw same;
        });
        TaskFailedException failed = thrown(
                TaskFailedException.class,
                bad.each(List.of(1, 2, 3)),
                RunOptions.defaults().keepGoing());
        assertThat(failed.getCause()).isSameAs(same);
        assertThat(failed.getSuppressed()).hasSize(2);
    }

    /** An error of the user's own. */
    private static final class OwnError extends Error {
        private static final long serialVersionUID = 1L;

        OwnError() {
            super("of my own");
        }
    }

    private static int ownError() {
        throw new OwnError();
    }

    private static int threadDeath() {
        throw new ThreadDeath();
    }

    @Test
    void compute_anyError_failsTheTask() {
        failsAndLeavesTheSchedulerUsable(
                OwnError.class, task(ErrorsLaw::ownError).call());
        failsAndLeavesTheSchedulerUsable(
                ThreadDeath.class, task(ErrorsLaw::threadDeath).call());
    }

    /** Says nothing but errors. */
    private static final class Cursing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("OverrideThrowableToString") // that is what is wrong with it
        public String toString() {
            throw new OwnError();
        }
    }

    /** Says nothing at all. */
    private static final class Silent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings({"NullAway", "OverrideThrowableToString", "ToStringReturnsNull"
        }) // that is what is wrong with it
        public String toString() {
            return null;
        }
    }

    private static int cursing() {
        throw new Cursing();
    }

    private static int silent() {
        throw new Silent();
    }

    private static int inACircle() {
        RuntimeException one = new IllegalStateException("one");
        RuntimeException other = new IllegalStateException("other", one);
        one.initCause(other);
        throw one;
    }

    @Test
    void compute_exceptionWithoutText_failsTheTaskWithItsType() {
        failsAndLeavesTheSchedulerUsable(Cursing.class, task(ErrorsLaw::cursing).call());
        failsAndLeavesTheSchedulerUsable(Silent.class, task(ErrorsLaw::silent).call());
        assertThat(thrown(TaskFailedException.class, task(ErrorsLaw::silent).call()))
                .hasMessageContaining(" failed: " + Silent.class.getName());
    }

    @Test
    void compute_causesInACircle_failsTheTask() {
        failsAndLeavesTheSchedulerUsable(
                IllegalStateException.class, task(ErrorsLaw::inACircle).call());
    }

    /** Cannot be put into a set. */
    private static final class Unhashable implements java.io.Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public int hashCode() {
            throw new OwnError();
        }
    }

    //   one --> (a set of what it gives)
    @Test
    void call_resultThatCannotBeHashedInASet_failsTheTaskThatNeedsIt() {
        Delayed<Unhashable> one = task(Unhashable::new).call();
        failsAndLeavesTheSchedulerUsable(OwnError.class, task((Object x) -> x).call(java.util.Set.of(one)));
    }
}
