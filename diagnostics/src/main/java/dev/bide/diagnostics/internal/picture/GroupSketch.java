package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Sketch.Form;
import dev.bide.diagnostics.internal.picture.Sketch.Item;
import dev.bide.diagnostics.internal.picture.Sketch.Link;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A box for each name, with the number of tasks that share it. Lists are not drawn, but for one that is the result: arrows
 * lead through them. O(tasks + dependencies).
 */
final class GroupSketch {
    private static final BitSet NONE = new BitSet();

    private final Plan plan;
    private final Groups groups;
    private final Palette.ByName colours = new Palette.ByName();

    private GroupSketch(Plan plan, Groups groups) {
        this.plan = plan;
        this.groups = groups;
    }

    static Sketch of(Plan plan) {
        return new GroupSketch(plan, Groups.of(plan)).sketch();
    }

    private Sketch sketch() {
        BitSet[] needs = needs();
        List<Item> items = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int group = 0; group < groups.count(); group++) {
            items.add(item(group, needs[group].get(group)));
            int to = group;
            needs[group].stream().filter(needed -> needed != to).forEach(needed -> links.add(new Link(needed, to)));
        }
        return new Sketch(title(), items, links);
    }

    private BitSet[] needs() {
        BitSet[] needs = new BitSet[groups.count()];
        Arrays.setAll(needs, group -> new BitSet());
        BitSet[] gathered = new BitSet[plan.size()];
        for (int task = 0; task < plan.size(); task++) {
            BitSet into = groups.has(task) ? needs[groups.of(task)] : new BitSet();
            gathered[task] = groups.has(task) ? NONE : into;
            addNeeded(task, gathered, into);
        }
        return needs;
    }

    /** What a list gathers is needed by those that need the list. */
    private void addNeeded(int task, BitSet[] gathered, BitSet into) {
        int[] start = plan.dependencyStart();
        for (int p = start[task]; p < start[task + 1]; p++) {
            int needed = plan.dependencies()[p];
            if (groups.has(needed)) {
                into.set(groups.of(needed));
            } else {
                into.or(gathered[needed]);
            }
        }
    }

    private Item item(int group, boolean repeats) {
        int first = groups.first(group);
        String label = Key.of(groups.name(group)).toString();
        if (groups.size(group) > 1) {
            label += " ×" + Count.of(groups.size(group));
        }
        String title = label
                + (groups.size(group) > 1 ? "\nthe first of them " : "\n")
                + TaskSketch.line(plan.callSite(first), plan.taskSite(first)).strip();
        Palette colour = plan.gathers(first) ? Palette.GREY : colours.of(groups.name(group));
        return new Item(Form.TASK, Label.of(label), colour, title.strip(), repeats);
    }

    private String title() {
        return TaskSketch.title(plan) + " in " + Count.of(groups.count(), "group");
    }
}
