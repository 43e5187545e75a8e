package dev.bide.diagnostics.internal.picture;

import dev.bide.graph.Plan;
import java.util.Comparator;
import java.util.stream.IntStream;

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
        IntStream.range(0, groups.count())
                .boxed()
                .sorted(Comparator.comparingInt(groups::first))
                .forEach(group -> colours.of(groups.name(group)));
        return new Face.All(group -> Face.plain(colours.of(groups.name(group))), null);
    }
}
