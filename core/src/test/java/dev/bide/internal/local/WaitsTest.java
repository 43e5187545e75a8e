package dev.bide.internal.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.schedule.RunOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaitsTest {
    private final LocalRun<Object> a = StillHands.run(1, RunOptions.defaults());
    private final LocalRun<Object> b = StillHands.run(1, RunOptions.defaults());
    private final LocalRun<Object> c = StillHands.run(1, RunOptions.defaults());

    private static Slot in(LocalRun<?> run) {
        return run.crew.helper();
    }

    private static void assertRefused(LocalRun<?> inside, LocalRun<?> run) {
        assertThatThrownBy(() -> Waits.enter(in(inside), run))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("waits for the run that it is part of");
    }

    @AfterEach
    void leaveAll() {
        if (Slot.current() != null) {
            Slot.current().leave();
            Slot.current().forget();
        }
    }

    // a -> a
    @Test
    void enter_itsOwnRun_isRefused() {
        assertRefused(a, a);
    }

    // a -> b -> c -> a
    @Test
    void enter_circleOfThree_isRefusedAtItsLast() {
        Waits.enter(in(a), b);
        Waits.enter(in(b), c);

        assertRefused(c, a);
    }

    // a -> b, a -> c, b -> c
    @Test
    void enter_noCircle_isAllowed() {
        Waits.enter(in(a), b);
        Waits.enter(in(a), c);

        assertThatCode(() -> Waits.enter(in(b), c)).doesNotThrowAnyException();
    }

    // a -> b, and no more
    @Test
    void enter_afterTheOtherHasLeft_isAllowed() {
        Waits.enter(in(a), b);
        Waits.leave(in(a), b);

        assertThatCode(() -> Waits.enter(in(b), a)).doesNotThrowAnyException();
    }

    // a -> b twice, and once more
    @Test
    void leave_oneOfTwoTasks_leavesTheOtherWaiting() {
        Waits.enter(in(a), b);
        Waits.enter(in(a), b);
        Waits.leave(in(a), b);

        assertRefused(b, a);
    }

    /** A refused wait is none: it does not refuse others. */
    @Test
    void enter_refused_leavesNothingBehind() {
        Waits.enter(in(a), b);
        assertRefused(b, a);
        Waits.leave(in(a), b);

        assertThatCode(() -> Waits.enter(in(a), b)).doesNotThrowAnyException();
    }

    // a runs a task of b on its thread, which waits for c: so both wait
    @Test
    void enter_insideTwoRuns_bothWait() {
        in(a).enter();
        in(b).enter();
        Waits.enter(in(b), c);

        assertRefused(c, a);
        assertRefused(c, b);
        in(b).leave();
        in(b).forget();
    }
}
