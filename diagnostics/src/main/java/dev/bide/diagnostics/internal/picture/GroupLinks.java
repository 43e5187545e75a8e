package dev.bide.diagnostics.internal.picture;

import dev.bide.graph.Plan;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * Which groups of tasks each task needs. Lists are in no group: what they gather is needed by those that need them.
 */
final class GroupLinks {
    private final Plan plan;
    private final Groups groups;
    private final BitSet[] gathered;

    private GroupLinks(Plan plan, Groups groups) {
        this.plan = plan;
        this.groups = groups;
        this.gathered = new BitSet[plan.size()];
    }

    /** What hears of each task in a group, in the order of the plan, with the places of those that it needs. */
    interface Visitor {
        void visit(int task, BitSet needed);
    }

    /** The groups that each group needs. O(tasks + dependencies). */
    static BitSet[] needs(Plan plan, Groups groups) {
        BitSet[] needs = new BitSet[groups.count()];
        Arrays.setAll(needs, group -> new BitSet());
        walk(plan, groups, groups::of, (task, needed) -> needs[groups.of(task)].or(needed));
        return needs;
    }

    /**
     * Walks through all tasks that are in groups.
     *
     * @param place a number for each task in a group, asked for when something needs the task
     */
    static void walk(Plan plan, Groups groups, IntUnaryOperator place, Visitor visitor) {
        new GroupLinks(plan, groups).walk(place, visitor);
    }

    private void walk(IntUnaryOperator place, Visitor visitor) {
        BitSet needed = new BitSet();
        for (int task = 0; task < plan.size(); task++) {
            needed.clear();
            addNeeded(task, place, needed);
            if (groups.has(task)) {
                visitor.visit(task, needed);
            } else {
                gathered[task] = (BitSet) needed.clone();
            }
        }
    }

    private void addNeeded(int task, IntUnaryOperator place, BitSet into) {
        int[] start = plan.dependencyStart();
        for (int p = start[task]; p < start[task + 1]; p++) {
            int needed = plan.dependencies()[p];
            if (groups.has(needed)) {
                into.set(place.applyAsInt(needed));
            } else {
                into.or(gathered[needed]);
            }
        }
    }
}
