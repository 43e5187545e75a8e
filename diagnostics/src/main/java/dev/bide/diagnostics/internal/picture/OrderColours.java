package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.graph.Plan;
import dev.bide.order.Order;
import java.util.Arrays;

/** The later in the priority order, the darker. Lists take no place in it: they are no boxes. */
final class OrderColours extends Colours {
    @Override
    Face.All ofTasks(Plan plan) {
        int[] places = places(plan);
        int last = last(places);
        return new Face.All(task -> face(places[task], last, Amounts.of(places[task])), legend(last));
    }

    @Override
    Face.All ofGroups(Plan plan, Groups groups) {
        int[] places = places(plan);
        int[] first = new int[groups.count()];
        int[] lastOfGroup = new int[groups.count()];
        Arrays.fill(first, Integer.MAX_VALUE);
        boxes(plan).forEach(task -> {
            int group = groups.of(task);
            first[group] = Math.min(first[group], places[task]);
            lastOfGroup[group] = Math.max(lastOfGroup[group], places[task]);
        });
        long[] sums = groups.sums(task -> places[task]);
        int last = last(places);
        return new Face.All(
                group -> face(sums[group] / groups.size(group), last, range(first[group], lastOfGroup[group])),
                legend(last));
    }

    private static Face face(long place, int last, String note) {
        return new Face(Shade.ofAmount(place - 1, last - 1L), "", note, "in the order: " + note);
    }

    private static String range(int first, int last) {
        return first == last ? Amounts.of(first) : Amounts.of(first) + " … " + Amounts.of(last);
    }

    private static Legend legend(int last) {
        return Legend.scale("order", "1", Amounts.of(last));
    }

    /** From 1; 0 for lists. */
    private static int[] places(Plan plan) {
        int[] places = new int[plan.size()];
        int next = 1;
        for (int task : Order.of(plan)) {
            if (!plan.gathers(task)) {
                places[task] = next++;
            }
        }
        return places;
    }

    private static int last(int[] places) {
        return Arrays.stream(places).max().orElse(0);
    }
}
