package dev.bide.internal.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.graph.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On the plan of {@link StillHands#plan}: 0 and 1 lead to 2, 2 to 3 and 4, and these to 5. */
class FrameTest {
    private static final Plan PLAN = StillHands.plan();

    private static Frame frame(Frame.Sharing sharing) {
        Frame frame = Frame.first(PLAN, sharing, null);
        frame.results.set(2, "two");
        return frame;
    }

    @Test
    void counted_threads_countArrivals() {
        assertThat(frame(Frame.Sharing.ALONE).counted()).isFalse();
        assertThat(frame(Frame.Sharing.SHARED).counted()).isTrue();
        assertThat(frame(Frame.Sharing.GROWING).counted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARED", "GROWING"})
    void arrive_lastDependency_isTold(Frame.Sharing sharing) {
        Frame frame = frame(sharing);

        assertThat(frame.arrive(2, 0)).isFalse();
        assertThat(frame.arrive(2, 1)).isTrue();
    }

    @Test
    void complete_growing_isWhenAllHaveArrived() {
        Frame frame = frame(Frame.Sharing.GROWING);

        assertThat(frame.complete(0)).isTrue();
        assertThat(frame.complete(2)).isFalse();
        frame.arrive(2, 0);
        assertThat(frame.complete(2)).isFalse();
        frame.arrive(2, 1);
        assertThat(frame.complete(2)).isTrue();
        assertThat(frame.done(2)).isFalse();
        frame.markDone(2);
        assertThat(frame.done(2)).isTrue();
        assertThat(frame.complete(2)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void release_byTheLastDependent_letsTheResultGo(Frame.Sharing sharing) {
        Frame frame = frame(sharing);

        assertThat(frame.release(2, 3)).isFalse();
        assertThat(frame.results.get(2)).isEqualTo("two");
        assertThat(frame.release(2, 4)).isTrue();
        assertThat(frame.results.get(2)).isNull();
    }

    @Test
    void retain_resultThatIsThere_needsOneMoreRelease() {
        Frame frame = frame(Frame.Sharing.GROWING);

        assertThat(frame.usedOnce(2)).isFalse();
        assertThat(frame.release(2, 3)).isFalse();
        assertThat(frame.usedOnce(2)).isTrue();
        assertThat(frame.retain(2)).isTrue();
        assertThat(frame.release(2, 4)).isFalse();
        assertThat(frame.releaseByOther(2)).isTrue();
        assertThat(frame.results.get(2)).isNull();
        assertThat(frame.retain(2)).isFalse();
    }

    @Test
    void releaseByOther_notTheLast_keepsTheResult() {
        Frame frame = frame(Frame.Sharing.GROWING);

        assertThat(frame.releaseByOther(2)).isFalse();
        assertThat(frame.results.get(2)).isEqualTo("two");
    }

    /** Whoever asked for the root's result is its one user. */
    @ParameterizedTest
    @EnumSource
    void releaseByOther_root_letsItGo(Frame.Sharing sharing) {
        Frame frame = frame(sharing);
        frame.results.set(PLAN.root(), "root");

        assertThat(frame.usedOnce(PLAN.root())).isTrue();
        assertThat(frame.releaseByOther(PLAN.root())).isTrue();
        assertThat(frame.results.get(PLAN.root())).isNull();
    }

    //   0 (imported)   1
    //             \   /
    //               2
    @Test
    void more_importedTask_arrivesTwice() {
        Frame outer = frame(Frame.Sharing.GROWING);
        Frame frame = Frame.more(Plan.of(PLAN.node(2), node -> node.equals(PLAN.node(0))), 1, outer, 5);
        int imported = frame.plan.imported(0) ? 0 : 1;

        assertThat(frame.outer).isSameAs(outer);
        assertThat(frame.outerTask).isEqualTo(5);
        assertThat(frame.arriveImported(imported)).isFalse();
        assertThat(frame.arriveImported(imported)).isTrue();
        assertThat(frame.complete(1 - imported)).isTrue();
    }
}
