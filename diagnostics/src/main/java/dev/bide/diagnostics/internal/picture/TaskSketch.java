package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Sketch.Form;
import dev.bide.diagnostics.internal.picture.Sketch.Item;
import dev.bide.diagnostics.internal.picture.Sketch.Link;
import dev.bide.graph.CallSite;
import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A box for each task, a double circle for each list of results. */
final class TaskSketch {
    private final Plan plan;
    private final boolean results;
    private final Palette.ByName colours = new Palette.ByName();

    private TaskSketch(Plan plan, boolean results) {
        this.plan = plan;
        this.results = results;
    }

    static Sketch of(Plan plan, boolean results) {
        return new TaskSketch(plan, results).sketch();
    }

    private Sketch sketch() {
        List<Item> items = new ArrayList<>(plan.size());
        List<Link> links = new ArrayList<>();
        for (int task = 0; task < plan.size(); task++) {
            items.add(item(task));
            int to = task;
            needed(task).forEach(from -> links.add(new Link(from, to)));
        }
        return new Sketch(title(plan), items, links);
    }

    private List<Integer> needed(int task) {
        int[] start = plan.dependencyStart();
        return Arrays.stream(plan.dependencies(), start[task], start[task + 1])
                .distinct()
                .boxed()
                .toList();
    }

    private Item item(int task) {
        Label label = Label.of(plan.key(task).toString());
        if (plan.gathers(task)) {
            String title =
                    plan.key(task) + ": a list of " + Count.of(needed(task).size(), "result");
            return new Item(Form.LIST, label, Palette.GREY, title, false);
        }
        Form form = results ? Form.TASK_AND_RESULT : Form.TASK;
        return new Item(form, label, colours.of(plan.name(task)), title(task), false);
    }

    private String title(int task) {
        return plan.key(task) + line(plan.callSite(task), plan.taskSite(task));
    }

    /** The line of the call, or if that was not taken the one of its task. */
    static String line(@Nullable CallSite call, @Nullable CallSite task) {
        if (call != null) {
            return "\ncalled at " + call;
        }
        return task == null ? "" : "\ntask made at " + task;
    }

    static String title(Plan plan) {
        return "Task graph: " + plan.key(plan.root()) + ", " + Count.of(plan.size(), "task");
    }
}
