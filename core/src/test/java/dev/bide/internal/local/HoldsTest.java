package dev.bide.internal.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** On the plan of {@link StillHands#plan}: task 5 is to answer, and may do so with the results of 2 or 3. */
class HoldsTest {
    private static final Plan PLAN = StillHands.plan();

    private final Frame frame = Frame.first(PLAN, Frame.Sharing.GROWING, null);
    private final Place expanding = new Place(frame, 5);
    private final Place two = new Place(frame, 2);
    private final Place three = new Place(frame, 3);
    private final Holds holds = new Holds();

    private void expect(Map<Node, Place> known) {
        holds.expect(expanding, Set.of(PLAN.node(2), PLAN.node(3)), known);
    }

    @Test
    void expect_nothingReached_holdsNothing() {
        holds.expect(expanding, Set.of(), new HashMap<>());

        assertThat(holds.any(expanding)).isFalse();
        assertThat(holds.end(expanding)).isEmpty();
    }

    @Test
    void expect_knownNode_keepsItsResult() {
        expect(Map.of(PLAN.node(2), two));

        assertThat(holds.any(expanding)).isTrue();
        assertThat(frame.release(2, 3)).isFalse();
        assertThat(frame.release(2, 4)).isFalse();
        assertThat(holds.end(expanding)).containsExactly(two);
        assertThat(holds.any(expanding)).isFalse();
        assertThat(frame.releaseByOther(2)).isTrue();
    }

    @Test
    void expect_resultThatIsLetGo_isNotHeld() {
        frame.release(3, 5);
        expect(Map.of(PLAN.node(3), three));

        assertThat(holds.end(expanding)).isEmpty();
    }

    @Test
    void known_nodeThatWasReached_isHeldFromThen() {
        expect(Map.of(PLAN.node(2), two));
        holds.known(PLAN.node(3), three);

        assertThat(holds.end(expanding)).containsExactlyInAnyOrder(two, three);
        assertThat(frame.release(3, 5)).isFalse();
    }

    @Test
    void known_nodeOfATaskThatHasAnswered_isNotHeld() {
        expect(Map.of(PLAN.node(2), two));
        holds.end(expanding);
        holds.known(PLAN.node(3), three);

        assertThat(frame.usedOnce(3)).isTrue();
    }

    /** Two tasks may answer with the same: each holds it. */
    @Test
    void known_reachedByTwo_isHeldTwice() {
        Place other = new Place(frame, 4);
        expect(Map.of(PLAN.node(2), two));
        holds.expect(other, Set.of(PLAN.node(3)), Map.of());
        holds.end(expanding);
        holds.known(PLAN.node(3), three);

        assertThat(holds.end(other)).containsExactly(three);
        assertThat(frame.usedOnce(3)).isFalse();
    }
}
