package dev.bide.diagnostics.internal.picture;

import dev.bide.graph.Plan;

/** A colour for each name. */
final class NameColours extends Colours {
    @Override
    Face.All ofTasks(Plan plan) {
        Palette.ByName colours = new Palette.ByName();
        return new Face.All(task -> Face.plain(colours.of(plan.name(task))), null);
    }

    @Override
    Face.All ofGroups(Plan plan, Groups groups) {
        Palette.ByName colours = new Palette.ByName();
        boxes(plan).forEach(task -> colours.of(groups.name(groups.of(task)))); // first come as in the plan
        return new Face.All(group -> Face.plain(colours.of(groups.name(group))), null);
    }
}
