package dev.bide.internal.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.graph.Plan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On the plan of {@link StillHands#plan}: 0 and 1 lead to 2, 2 to 3 and 4, and these to 5. */
class CirclesTest {
    private static final Plan PLAN = StillHands.plan();

    private final Frame frame = Frame.first(PLAN, Frame.Sharing.GROWING, null);

    private Place place(int task) {
        return new Place(frame, task);
    }

    @Test
    void find_dependentOfTheGrowingTask_isACircle() {
        assertThat(Circles.find(List.of(place(0), place(4)), place(2), Map.of()))
                .isEqualTo(place(4));
    }

    @Test
    void find_itself_isACircle() {
        assertThat(Circles.find(List.of(place(2)), place(2), Map.of())).isEqualTo(place(2));
    }

    @Test
    void find_whatItDoesNotLeadTo_isNone() {
        assertThat(Circles.find(List.of(place(0), place(1), place(4)), place(3), Map.of()))
                .isNull();
        assertThat(Circles.find(List.of(), place(2), Map.of())).isNull();
    }

    @Test
    void find_dependentThatHasItsResult_isNone() {
        frame.markDone(4);

        assertThat(Circles.find(List.of(place(4)), place(2), Map.of())).isNull();
    }

    /** Another frame imports 3, and its root is the result of 5. */
    @Test
    void find_throughAnotherFrame_isACircle() {
        Frame more = Frame.more(StillHands.plan(), 1, frame, 5);
        Map<Place, List<Place>> waiting = Map.of(place(3), List.of(new Place(more, 0)));

        assertThat(Circles.find(List.of(new Place(more, 2)), place(3), waiting)).isEqualTo(new Place(more, 2));
        assertThat(Circles.find(List.of(place(5)), new Place(more, 1), Map.of()))
                .isEqualTo(place(5));
        assertThat(Circles.find(List.of(new Place(more, 1)), place(3), waiting)).isNull();
    }
}
