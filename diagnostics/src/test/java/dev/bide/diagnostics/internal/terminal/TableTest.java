package dev.bide.diagnostics.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void lines_numbersAndTimes_standToTheRight() {
        assertThat(Table.lines(List.of(
                        List.of("name", "tasks", "total", "share", "note"),
                        List.of("fit", "1,000", "21.4 s", "98 %", "slow"),
                        List.of("load-all", "1", "386 µs", "2 %", ""))))
                .containsExactly(
                        "name      tasks   total  share  note",
                        "fit       1,000  21.4 s   98 %  slow",
                        "load-all      1  386 µs    2 %");
    }

    @Test
    void lines_charactersOfTwoUnits_countAsOne() {
        assertThat(Table.lines(List.of(List.of("\ud83d\ude00", "x"), List.of("ab", "y"))))
                .containsExactly("\ud83d\ude00   x", "ab  y");
    }

    @Test
    void lines_none_areNone() {
        assertThat(Table.lines(List.of())).isEmpty();
    }
}
