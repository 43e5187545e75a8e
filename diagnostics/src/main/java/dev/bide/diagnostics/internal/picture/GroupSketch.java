package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.picture.Sketch.Form;
import dev.bide.diagnostics.internal.picture.Sketch.Item;
import dev.bide.diagnostics.internal.picture.Sketch.Link;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A box for each name, with the number of tasks that share it. Lists are not drawn, but for one that is the result: arrows
 * lead through them. O(tasks + dependencies).
 */
final class GroupSketch {
    private final Plan plan;
    private final Groups groups;
    private final Face.All faces;

    private GroupSketch(Plan plan, Groups groups, Face.All faces) {
        this.plan = plan;
        this.groups = groups;
        this.faces = faces;
    }

    static Sketch of(Plan plan, Colours colours) {
        Groups groups = Groups.of(plan, colours.tellsRounds());
        return new GroupSketch(plan, groups, colours.ofGroups(plan, groups)).sketch();
    }

    private Sketch sketch() {
        BitSet[] needs = GroupLinks.needs(plan, groups);
        int[] order = Circles.of(needs).inOrder();
        int[] place = new int[order.length];
        List<Item> items = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        for (int group : order) {
            place[group] = items.size();
            items.add(item(group, needs[group].get(group)));
        }
        for (int group : order) {
            needs[group].stream()
                    .filter(needed -> needed != group)
                    .forEach(needed -> links.add(new Link(place[needed], place[group])));
        }
        return new Sketch(title(), items, links, faces.legend());
    }

    private Item item(int group, boolean repeats) {
        int first = groups.first(group);
        String name = Key.of(groups.name(group)).toString();
        if (groups.size(group) > 1) {
            name += " ×" + Amounts.of(groups.size(group));
        }
        String line = TaskSketch.line(plan.callSite(first), plan.taskSite(first));
        String more = groups.size(group) > 1 && !line.isEmpty() ? "the first of them " + line : line;
        Face face = plan.gathers(first) ? Face.plain(Palette.GREY.look()) : faces.of(group);
        return new Item(Form.TASK, face.label(name), face.look(), face.title(name, more), repeats);
    }

    private String title() {
        return TaskSketch.title(plan) + " in " + Amounts.of(groups.count(), "group");
    }
}
