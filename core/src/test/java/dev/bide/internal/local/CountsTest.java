package dev.bide.internal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountsTest {
    /** Three rows: of two entries, of none, of three. */
    private static final int[] ROWS = {0, 2, 2, 5};

    @Test
    void of_rows_countsTheirEntries() {
        Counts counts = Counts.of(ROWS);

        assertThat(IntStream.range(0, 3).map(counts::get)).containsExactly(2, 0, 3);
    }

    @Test
    void down_lastOfARow_isTold() {
        Counts counts = Counts.of(ROWS);

        assertThat(List.of(counts.down(2, 0), counts.down(2, 1), counts.down(2, 2)))
                .containsExactly(false, false, true);
        assertThat(List.of(counts.down(0, 0), counts.down(0, 1))).containsExactly(false, true);
    }

    @Test
    void downByAdd_lastOfARow_goesToZero() {
        Counts counts = Counts.of(ROWS);

        assertThat(List.of(counts.downByAdd(0), counts.downByAdd(0))).containsExactly(false, true);
        assertThat(counts.get(0)).isZero();
    }

    @Test
    void downAlone_lastOfARow_goesToZero() {
        Counts counts = Counts.of(ROWS);

        assertThat(List.of(counts.downAlone(0), counts.downAlone(0))).containsExactly(false, true);
        assertThat(counts.get(0)).isZero();
    }

    @Test
    void up_countAboveZero_needsOneMore() {
        Counts counts = Counts.of(ROWS);
        counts.downByAdd(0);

        assertThat(counts.up(0)).isTrue();
        assertThat(counts.get(0)).isEqualTo(2);
    }

    @Test
    void up_zero_staysZero() {
        Counts counts = Counts.of(ROWS);

        assertThat(counts.up(1)).isFalse();
        assertThat(counts.get(1)).isZero();
    }

    /** Rows of tasks far apart and close together, in the order of their numbers or not. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void down_longRowsInAnyOrder_tellsTheLastAlone(long seed) {
        Random random = new Random(seed);
        int[][] rows = {row(random, 300), row(random, 3), row(random, 1_000), row(random, 256), row(random, 700)};
        int[] start = new int[rows.length + 1];
        for (int row = 0; row < rows.length; row++) {
            start[row + 1] = start[row] + rows[row].length;
        }
        Counts counts = Counts.split(
                start, Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray());
        for (int row = 0; row < rows.length; row++) {
            assertThat(whenTold(counts, row, rows[row], random)).containsExactly(rows[row].length);
        }
    }

    private static int[] row(Random random, int length) {
        int gap = 1 + random.nextInt(20);
        int[] row = IntStream.range(0, length)
                .map(i -> 7 + i * gap + random.nextInt(gap))
                .toArray();
        return random.nextBoolean()
                ? row
                : shuffled(row, random).stream().mapToInt(i -> i).toArray();
    }

    private static List<Integer> shuffled(int[] row, Random random) {
        List<Integer> all = new ArrayList<>(Arrays.stream(row).boxed().toList());
        Collections.shuffle(all, random);
        return all;
    }

    /** After how many it was told that this was the last. */
    private static List<Integer> whenTold(Counts counts, int task, int[] row, Random random) {
        List<Integer> told = new ArrayList<>();
        int done = 0;
        for (int by : shuffled(row, random)) {
            done++;
            if (counts.down(task, by)) {
                told.add(done);
            }
        }
        return told;
    }
}
