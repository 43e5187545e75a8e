package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.analysis.Amounts;
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
    private final Face.All faces;

    private TaskSketch(Plan plan, boolean results, Face.All faces) {
        this.plan = plan;
        this.results = results;
        this.faces = faces;
    }

    static Sketch of(Plan plan, boolean results, Colours colours) {
        return new TaskSketch(plan, results, colours.ofTasks(plan)).sketch();
    }

    private Sketch sketch() {
        List<Item> items = new ArrayList<>(plan.size());
        List<Link> links = new ArrayList<>();
        for (int task = 0; task < plan.size(); task++) {
            items.add(item(task));
            int to = task;
            needed(task).forEach(from -> links.add(new Link(from, to)));
        }
        return new Sketch(title(plan), items, links, faces.legend());
    }

    private List<Integer> needed(int task) {
        int[] start = plan.dependencyStart();
        return Arrays.stream(plan.dependencies(), start[task], start[task + 1])
                .distinct()
                .boxed()
                .toList();
    }

    private Item item(int task) {
        String key = plan.key(task).toString();
        if (plan.gathers(task)) {
            String title = key + ": a list of " + Amounts.of(needed(task).size(), "result");
            return new Item(Form.LIST, Label.of(key), Palette.GREY.look(), title, false);
        }
        Form form = results ? Form.TASK_AND_RESULT : Form.TASK;
        Face face = faces.of(task);
        String line = line(plan.callSite(task), plan.taskSite(task));
        return new Item(form, face.label(key), face.look(), face.title(key, line), false);
    }

    /** The line of the call, or if that was not taken the one of its task. */
    static String line(@Nullable CallSite call, @Nullable CallSite task) {
        if (call != null) {
            return "called at " + call;
        }
        return task == null ? "" : "task made at " + task;
    }

    static String title(Plan plan) {
        return "Task graph: " + plan.key(plan.root()) + ", " + Amounts.of(plan.size(), "task");
    }
}
