package dev.bide.diagnostics.internal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.diagnostics.internal.recording.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateColoursTest {
    private static final List<State> STATES = statesAndNone();

    private static List<State> statesAndNone() {
        List<State> states = new ArrayList<>(Arrays.asList(State.values()));
        states.add(null);
        return states;
    }

    @Test
    void face_eachState_canBeReadAndSeen() {
        assertThat(STATES).allSatisfy(state -> {
            Look look = StateColours.face(state).look();
            assertThat(Look.contrast(look.fill(), look.text())).isGreaterThan(Look.READABLE);
            assertThat(Look.contrast(look.border(), Palette.BACKGROUND)).isGreaterThan(Look.VISIBLE);
        });
    }

    @Test
    void face_eachState_differsWithoutColour() {
        assertThat(STATES)
                .extracting(StateColours::face)
                .extracting(face -> face.look().outline() + " " + face.mark())
                .doesNotHaveDuplicates();
    }

    @Test
    void states_allOfThem_areInTheOrderOfGroups() {
        assertThat(StateColours.states()).containsExactlyInAnyOrder(State.values());
    }
}
