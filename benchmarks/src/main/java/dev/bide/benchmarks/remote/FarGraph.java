package dev.bide.benchmarks.remote;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.Task2;
import java.util.ArrayList;
import java.util.List;

/** Graphs of tasks that do nothing worth mentioning, and the result that each must give. */
enum FarGraph {
    /** 200 independent chains. */
    COLUMNS(FarGraph::columns),
    /** 200 wide; each task needs two of the row before. */
    ROWS(FarGraph::rows),
    /** Each task needs the one before. */
    CHAIN(FarGraph::chain),
    /** Independent tasks. */
    FAN(FarGraph::fan);

    private static final int WIDTH = 200;
    private static final Task1<Integer, Integer> NEXT =
            task((Integer x) -> x + 1).named("next");
    private static final Task2<Integer, Integer, Integer> LARGER =
            task((Integer x, Integer y) -> Math.max(x, y) + 1).named("larger");

    @SuppressWarnings("ImmutableEnumChecker") // a method reference
    private final Shape shape;

    /** How to build it. */
    private interface Shape {
        Delayed<Integer> build(int tasks);
    }

    FarGraph(Shape shape) {
        this.shape = shape;
    }

    Delayed<Integer> build(int tasks) {
        return shape.build(tasks);
    }

    private static Delayed<Integer> columns(int tasks) {
        List<Delayed<Integer>> row = first();
        for (int level = 1; level < tasks / WIDTH; level++) {
            row = row.stream().map(NEXT::call).toList();
        }
        return total(row);
    }

    private static List<Delayed<Integer>> first() {
        List<Delayed<Integer>> row = new ArrayList<>();
        for (int i = 0; i < WIDTH; i++) {
            row.add(NEXT.call(0));
        }
        return row;
    }

    private static Delayed<Integer> rows(int tasks) {
        List<Delayed<Integer>> row = first();
        for (int level = 1; level < tasks / WIDTH; level++) {
            List<Delayed<Integer>> next = new ArrayList<>();
            for (int i = 0; i < WIDTH; i++) {
                next.add(LARGER.call(row.get(i), row.get((i + 1) % WIDTH)));
            }
            row = next;
        }
        return total(row);
    }

    private static Delayed<Integer> chain(int tasks) {
        Delayed<Integer> last = NEXT.call(0);
        for (int i = 1; i < tasks; i++) {
            last = NEXT.call(last);
        }
        return last;
    }

    private static Delayed<Integer> fan(int tasks) {
        List<Delayed<Integer>> all = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            all.add(NEXT.call(i));
        }
        return total(all);
    }

    private static Delayed<Integer> total(List<Delayed<Integer>> parts) {
        return gather(parts)
                .then(all -> all.stream().mapToInt(Integer::intValue).sum());
    }
}
