package dev.bide.diagnostics.internal.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of all plans of a run that have details, numbered through, with their dependencies: those within a plan, and those
 * that come from the graph's growing. Of a task that went on with more graph, both it and the root of that must be there
 * before a dependent can run; and what that graph begins with waits for the task.
 */
final class Rows {
    private static final int NONE = -1;

    private final List<PlanLog> logs;
    private final int[] logOf;
    private final int[] slotOf;
    private final int[][] rowsOf;
    private final Map<Integer, Integer> wentOnWith = new HashMap<>();

    private Rows(List<PlanLog> logs) {
        this.logs = logs;
        this.rowsOf = new int[logs.size()][];
        int most = logs.stream().mapToInt(PlanLog::rows).sum();
        int[] logNumbers = new int[most];
        int[] slots = new int[most];
        int rows = 0;
        for (int number = 0; number < logs.size(); number++) {
            PlanLog log = logs.get(number);
            int[] rowOf = new int[log.rows()];
            Arrays.fill(rowOf, NONE);
            for (int slot = 0; slot < rowOf.length; slot++) {
                if (!log.tasks().imported(slot * log.every())) {
                    logNumbers[rows] = number;
                    slots[rows] = slot;
                    rowOf[slot] = rows++;
                }
            }
            rowsOf[number] = rowOf;
        }
        logOf = Arrays.copyOf(logNumbers, rows);
        slotOf = Arrays.copyOf(slots, rows);
        if (logs.size() > 1) {
            link();
        }
    }

    static Rows of(Collection<PlanLog> logs) {
        return new Rows(new ArrayList<>(logs));
    }

    private void link() {
        for (PlanLog log : logs) {
            int maker = row(log.origin().by());
            int root = rowComputing(log, log.tasks().size() - 1);
            if (maker != NONE && root != NONE) {
                wentOnWith.put(maker, root);
            }
        }
    }

    int size() {
        return logOf.length;
    }

    PlanLog log(int row) {
        return logs.get(logOf[row]);
    }

    /** The row's place in its log. */
    int slot(int row) {
        return slotOf[row];
    }

    /** The number of the row's task in its plan. */
    int task(int row) {
        return slotOf[row] * log(row).every();
    }

    /** Whether each task has a row: only then are dependencies known. */
    int every() {
        return logs.get(0).every();
    }

    List<PlanLog> logs() {
        return logs;
    }

    /** The row of a task, or -1. */
    int row(@Nullable Place place) {
        if (place == null || place.log() >= rowsOf.length) {
            return NONE;
        }
        int every = logs.get(place.log()).every();
        return place.task() % every != 0 ? NONE : rowsOf[place.log()][place.task() / every];
    }

    /** The row of the task that computes what a task of a plan stands for, which may be another plan's. */
    private int rowComputing(PlanLog log, int task) {
        return row(log.tasks().imported(task) ? log.origin().imports()[task] : new Place(log.number(), task));
    }

    int[] dependencies(int row) {
        if (every() > 1) {
            return new int[0];
        }
        PlanLog log = log(row);
        Outline plan = log.tasks();
        int task = task(row);
        int from = plan.dependencyStart()[task];
        int to = plan.dependencyStart()[task + 1];
        if (logs.size() == 1) {
            return distinct(Arrays.copyOfRange(plan.dependencies(), from, to));
        }
        IntStream direct = IntStream.range(from, to).map(p -> rowComputing(log, plan.dependencies()[p]));
        boolean begins = IntStream.range(from, to).allMatch(p -> plan.imported(plan.dependencies()[p]));
        IntStream all = IntStream.concat(
                direct.flatMap(this::withWhatItWentOnWith),
                begins ? IntStream.of(row(log.origin().by())) : IntStream.empty());
        return all.filter(needed -> needed != NONE && needed != row)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Where there is one plan, a task's row is its number. */
    private static int[] distinct(int[] rows) {
        Arrays.sort(rows);
        int kept = 0;
        for (int row : rows) {
            if (kept == 0 || rows[kept - 1] != row) {
                rows[kept++] = row;
            }
        }
        return kept == rows.length ? rows : Arrays.copyOf(rows, kept);
    }

    /** The rows, each after its dependencies: as planned, with what a graph grew by between. */
    int[] inOrder() {
        int[] order = new int[size()];
        boolean[] seen = new boolean[size()];
        int next = 0;
        Deque<Integer> open = new ArrayDeque<>();
        for (int row = 0; row < order.length; row++) {
            open.push(row);
            while (!open.isEmpty()) {
                int top = open.pop();
                if (top < 0) {
                    order[next++] = -1 - top;
                } else if (!seen[top]) {
                    seen[top] = true;
                    open.push(-1 - top);
                    IntStream.of(logs.size() == 1 ? new int[0] : dependencies(top))
                            .filter(needed -> !seen[needed])
                            .forEach(open::push);
                }
            }
        }
        return order;
    }

    private IntStream withWhatItWentOnWith(int row) {
        IntStream.Builder all = IntStream.builder();
        all.add(row);
        Integer more = wentOnWith.get(row);
        for (int steps = 0; more != null && steps < logs.size(); steps++) {
            all.add(more);
            more = wentOnWith.get(more);
        }
        return all.build();
    }
}
