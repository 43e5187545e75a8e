package dev.bide.benchmarks.metg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {
    private final Cell cell = new Cell(7, 3, new int[] {2, 3, 4}, -1, 5);

    @Test
    void three_rightInputs_givesItsOwnOutput() {
        assertThat(cell.three(new Output(6, 2), new Output(6, 3), new Output(6, 4)))
                .isEqualTo(new Output(7, 3));
    }

    @Test
    void three_inputOfAnotherTimestep_isFound() {
        assertThatThrownBy(() -> cell.three(new Output(6, 2), new Output(5, 3), new Output(6, 4)))
                .isInstanceOf(WrongInputException.class)
                .hasMessage("the task (7, 3) got Output[t=5, x=3] instead of the output of (6, 3)");
    }

    @Test
    void three_inputsOfOtherPoints_areFound() {
        assertThatThrownBy(() -> cell.three(new Output(6, 2), new Output(6, 4), new Output(6, 3)))
                .isInstanceOf(WrongInputException.class);
    }

    @Test
    void two_tooFewInputs_areFound() {
        assertThatThrownBy(() -> cell.two(new Output(6, 2), new Output(6, 3)))
                .hasMessage("the task (7, 3) got 2 inputs instead of 3");
    }

    @Test
    void all_aMissingInput_isFound() {
        assertThatThrownBy(() -> cell.all(Arrays.asList(new Output(6, 2), null, new Output(6, 4))))
                .hasMessageContaining("got null instead of the output of (6, 3)");
    }

    @Test
    void from_theOutputsBefore_findsItsInputs() {
        Output[] before = {null, null, new Output(6, 2), new Output(6, 3), new Output(6, 4)};

        assertThat(cell.from(before)).isEqualTo(new Output(7, 3));
        before[4] = new Output(4, 4);
        assertThatThrownBy(() -> cell.from(before)).isInstanceOf(WrongInputException.class);
    }

    @Test
    void of_aTree_knowsWhichTasksNobodyDependsOn() {
        // t = 0: 0, t = 1: 0 1, t = 2: 0 1 2 3 and so on; the points 2 and 3 go nowhere
        Cells cells = Cells.of(new Grid(Pattern.TREE, 5, 4, 5), 1);

        assertThat(cells.tasks()).isEqualTo(1 + 2 + 4 + 4 + 4);
        assertThat(cells.ends()).isEqualTo(2 + 2 + 4);
        assertThat(Arrays.stream(cells.rows()[3]).map(Cell::end)).containsExactly(-1, -1, 2, 3);
    }

    @Test
    void expectEnds_aWrongOne_isFound() {
        Cells cells = Cells.of(new Grid(Pattern.NO_COMM, 5, 2, 5), 1);

        cells.expectEnds(List.of(new Output(4, 0), new Output(4, 1)));
        assertThatThrownBy(() -> cells.expectEnds(List.of(new Output(4, 0), new Output(3, 1))))
                .isInstanceOf(WrongInputException.class);
        assertThatThrownBy(() -> cells.expectEnds(List.of(new Output(4, 0))))
                .hasMessage("the run gave 1 outputs instead of 2");
    }
}
