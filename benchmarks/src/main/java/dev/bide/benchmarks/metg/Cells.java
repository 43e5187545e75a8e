package dev.bide.benchmarks.metg;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All tasks of a graph, there before anything is measured, for every system to build in its own way.
 *
 * @param rows the tasks of each timestep
 * @param tasks how many there are in all
 * @param ends how many of them no other depends on: a system has to wait for these
 * @param width how many points a timestep has at most
 * @param iterations how long each works
 */
record Cells(Cell[][] rows, int tasks, int ends, int width, int iterations) {
    static Cells of(Grid grid, int iterations) {
        Cell[][] rows = new Cell[grid.steps()][];
        Map<IntBuffer, int[]> known = new HashMap<>();
        int tasks = 0;
        int ends = 0;
        int[][] inputs = inputs(grid, 0, known);
        for (int t = 0; t < rows.length; t++) {
            int[][] nextInputs = t + 1 < rows.length ? inputs(grid, t + 1, known) : new int[0][];
            boolean[] used = used(grid.width(), nextInputs);
            int[] points = grid.points(t).toArray();
            rows[t] = new Cell[points.length];
            for (int i = 0; i < points.length; i++) {
                int end = used[points[i]] ? -1 : ends++;
                rows[t][i] = new Cell(t, points[i], inputs[i], end, iterations);
            }
            tasks += points.length;
            inputs = nextInputs;
        }
        return new Cells(rows, tasks, ends, grid.width(), iterations);
    }

    /** Most tasks of a point have the same inputs: they share one array. */
    private static int[][] inputs(Grid grid, int t, Map<IntBuffer, int[]> known) {
        return grid.points(t)
                .mapToObj(x -> grid.dependencies(t, x))
                .map(inputs -> known.computeIfAbsent(IntBuffer.wrap(inputs), same -> inputs))
                .toArray(int[][]::new);
    }

    private static boolean[] used(int width, int[][] inputs) {
        boolean[] used = new boolean[width];
        Arrays.stream(inputs).flatMapToInt(Arrays::stream).forEach(p -> used[p] = true);
        return used;
    }

    /** The last check, after the clock has stopped: all are there that nobody else has looked at. */
    void expectEnds(List<? extends @Nullable Output> outputs) {
        if (outputs.size() != ends) {
            throw new WrongInputException("the run gave " + outputs.size() + " outputs instead of " + ends);
        }
        for (Cell[] row : rows) {
            for (Cell cell : row) {
                if (cell.end() >= 0 && !Objects.equals(outputs.get(cell.end()), new Output(cell.t(), cell.x()))) {
                    throw new WrongInputException("the run gave " + outputs.get(cell.end())
                            + " instead of the output of (" + cell.t() + ", " + cell.x() + ")");
                }
            }
        }
    }
}
