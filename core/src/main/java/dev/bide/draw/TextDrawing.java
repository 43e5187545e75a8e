package dev.bide.draw;

import dev.bide.graph.Plan;
import dev.bide.order.Order;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A line a task, in the priority order: its key and what it needs. */
final class TextDrawing extends TextFormat {
    /** Of a longer list of dependencies only the ends are shown. */
    private static final int SHOWN = 8;

    TextDrawing(Plan plan, Appendable out) {
        super(plan, out);
    }

    @Override
    void write() throws IOException {
        for (int task : Order.of(plan)) {
            int[] needed = dependencies(task);
            line(plan.key(task).toString(), needed.length == 0 ? "" : " <- " + list(needed));
        }
    }

    private String list(int[] tasks) {
        if (tasks.length <= SHOWN) {
            return keys(tasks, 0, tasks.length);
        }
        int half = SHOWN / 2;
        return keys(tasks, 0, half) + ", … (" + (tasks.length - SHOWN) + " more), "
                + keys(tasks, tasks.length - half, tasks.length);
    }

    private String keys(int[] tasks, int from, int to) {
        return Arrays.stream(tasks, from, to)
                .mapToObj(task -> plan.key(task).toString())
                .collect(Collectors.joining(", "));
    }
}
