package dev.bide.testkit;

import dev.bide.schedule.Scheduler;
import org.junit.jupiter.api.Nested;

/**
 * What every scheduler promises, as tests. Extend it, say how to make the scheduler and what it is like:
 *
 * <pre>{@code
 * class MySchedulerTest extends SchedulerContract {
 *     @Override
 *     protected Scheduler scheduler() {
 *         return new MyScheduler(2);
 *     }
 *
 *     @Override
 *     protected SchedulerTraits traits() {
 *         return SchedulerTraits.threads(2);
 *     }
 * }
 * }</pre>
 *
 * <p>The laws, one nested class each: building is lazy; what is shared runs once; only what is needed runs, and results are
 * let go at their last use; data travels as it is; order; depth without stack; {@code compute()} inside tasks; failures;
 * going on after failures; retries, timeouts, fallbacks, limits and priorities; how far a run goes ahead; what became of each
 * result; cancelling; waiting; events; graphs that grow; raw graphs; streams; closing; many runs at once; random
 * graphs. Every test ends with the check of {@link RunInvariants}.
 */
public abstract class SchedulerContract {
    /** For subclasses. */
    protected SchedulerContract() {}

    /**
     * Gives the scheduler under test. Each test asks once.
     *
     * @return a new scheduler, or one that tests share if {@link #release} leaves it open
     */
    protected abstract Scheduler scheduler();

    /**
     * Tells what the scheduler is like.
     *
     * @return its traits
     */
    protected abstract SchedulerTraits traits();

    /**
     * Gives a scheduler back after a test. Closes it, unless overridden.
     *
     * @param used what {@link #scheduler} gave
     */
    protected void release(Scheduler used) {
        used.close();
    }

    @Nested
    final class Laziness extends LazinessLaw {
        Laziness() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Once extends OnceLaw {
        Once() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Need extends NeedLaw {
        Need() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Data extends DataLaw {
        Data() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Order extends OrderLaw {
        Order() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Depth extends DepthLaw {
        Depth() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class NestedCompute extends NestedLaw {
        NestedCompute() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Failure extends FailureLaw {
        Failure() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Errors extends ErrorsLaw {
        Errors() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class KeepGoing extends KeepGoingLaw {
        KeepGoing() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Retries extends RetryLaw {
        Retries() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class RetryWaits extends RetryWaitLaw {
        RetryWaits() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Timeouts extends TimeoutLaw {
        Timeouts() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class TimeoutsInside extends TimeoutInsideLaw {
        TimeoutsInside() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Fallbacks extends FallbackLaw {
        Fallbacks() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Limits extends LimitLaw {
        Limits() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class LimitsInside extends LimitInsideLaw {
        LimitsInside() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Priorities extends PriorityLaw {
        Priorities() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Ahead extends AheadLaw {
        Ahead() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Outcomes extends OutcomesLaw {
        Outcomes() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Cancel extends CancelLaw {
        Cancel() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Grace extends GraceLaw {
        Grace() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Wait extends WaitLaw {
        Wait() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Events extends EventsLaw {
        Events() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Growth extends GrowthLaw {
        Growth() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class RawGraph extends RawGraphLaw {
        RawGraph() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Streams extends StreamLaw {
        Streams() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Close extends CloseLaw {
        Close() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Concurrency extends ConcurrencyLaw {
        Concurrency() {
            super(SchedulerContract.this);
        }
    }

    @Nested
    final class Random extends RandomGraphsLaw {
        Random() {
            super(SchedulerContract.this);
        }
    }
}
