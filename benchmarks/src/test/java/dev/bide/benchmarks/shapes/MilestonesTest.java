package dev.bide.benchmarks.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MilestonesTest {
    private final List<Integer> looks = new ArrayList<>();

    @Test
    void applyAsLong_hundredTasks_looksFiveTimesAndKeepsTheMost() {
        Milestones milestones = watched();
        milestones.reset(100);
        run(milestones, 100);

        assertThat(looks).containsExactly(25, 50, 75, 99, 100);
        assertThat(milestones.highest()).isEqualTo(75);
        assertThat(milestones.started()).isEqualTo(100);
    }

    @Test
    void applyAsLong_atRest_countsOnly() {
        Milestones milestones = watched();
        milestones.reset(100);
        milestones.rest();
        run(milestones, 100);

        assertThat(looks).isEmpty();
        assertThat(milestones.started()).isEqualTo(100);
    }

    @Test
    void parse_lineOfAFootprint_givesItBack() {
        Footprint footprint = new Footprint(Shape.LAYER, "Bide on(executor)", 64.5, 56, 121.25);

        assertThat(Footprint.parse(footprint.line())).isEqualTo(footprint);
    }

    /** Sees a heap that grows up to three quarters, and shrinks after. */
    private Milestones watched() {
        Milestones[] self = new Milestones[1];
        self[0] = new Milestones(() -> {
            looks.add(self[0].started());
            return self[0].started() <= 75 ? self[0].started() : 0;
        });
        return self[0];
    }

    private static void run(Milestones milestones, int tasks) {
        for (int i = 0; i < tasks; i++) {
            assertThat(milestones.applyAsLong(i)).isEqualTo(i);
        }
    }
}
