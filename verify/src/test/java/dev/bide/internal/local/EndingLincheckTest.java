package dev.bide.internal.local;

import java.util.concurrent.CompletableFuture;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/**
 * All that can end a run, at once: one of it ends the run, whoever cancels is told whether it was that, and whoever asks, before,
 * meanwhile or afterwards, is given the same. Threads that leave at that moment are in {@link LeavingStress}, because they are
 * interrupted, which Lincheck's own would not survive.
 *
 * <pre>
 *   succeed   fail   cancel   expire
 *        \     \     /     /
 *               run   <- ask
 * </pre>
 */
public class EndingLincheckTest {
    private static final Error BUG = new AssertionError("thrown by nobody");

    private final LocalRun<String> run = IdleRun.alone();
    private final CompletableFuture<String> before = run.ending.future();
    private volatile CompletableFuture<String> meanwhile = before;

    @Operation(runOnce = true)
    public void succeed() {
        run.ending.succeed("done");
    }

    @Operation(runOnce = true)
    public void fail() {
        run.failures().crash(BUG);
        run.ending.stop();
    }

    @Operation(runOnce = true)
    public boolean cancel() {
        return run.ending.cancel("why not");
    }

    @Operation(runOnce = true)
    public boolean expire() {
        return run.ending.cancel("its deadline");
    }

    @Operation(runOnce = true)
    public void ask() {
        meanwhile = run.ending.future();
    }

    @Validate
    public void allAreGivenTheSame() {
        String given = IdleRun.given(run);
        boolean same = IdleRun.given(before).equals(given)
                && IdleRun.given(meanwhile).equals(given)
                && IdleRun.given(run.ending.future()).equals(given);
        if (!same || run.stopped() == given.equals("nothing")) {
            throw new AssertionError("the run: " + given + ", a future from before: " + IdleRun.given(before)
                    + ", another: " + IdleRun.given(meanwhile) + ", stopped: " + run.stopped());
        }
    }

    /** What it should behave like. */
    public static class Plain {
        private boolean over;

        private boolean end() {
            boolean first = !over;
            over = true;
            return first;
        }

        public void succeed() {
            end();
        }

        public void fail() {
            end();
        }

        public boolean cancel() {
            return end();
        }

        public boolean expire() {
            return end();
        }

        public void ask() {
            // Nothing to tell: the run may not have ended.
        }
    }

    @Test
    void end_inAllWaysAtOnce_isOneOfThem() {
        new ModelCheckingOptions()
                .sequentialSpecification(Plain.class)
                .threads(3)
                .actorsPerThread(2)
                .actorsBefore(0)
                .actorsAfter(0)
                .iterations(8)
                .invocationsPerIteration(50)
                .check(EndingLincheckTest.class);
    }
}
