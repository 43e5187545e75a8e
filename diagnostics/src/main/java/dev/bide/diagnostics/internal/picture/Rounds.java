package dev.bide.diagnostics.internal.picture;

import dev.bide.graph.Plan;
import java.util.BitSet;

/**
 * Tells apart the tasks of one name that stand at several levels of a graph: where {@code split} needs {@code train} and
 * {@code train} needs {@code split}, the first splits are round 0 and those of the training data round 1. In names that take
 * turns more than {@value #MOST} times nothing is told apart: that is a loop, and drawn as one.
 */
final class Rounds {
    private static final int MOST = 3;

    private final Groups groups;
    private final Circles circles;
    private final BitSet endless = new BitSet();
    private final int[] rounds;

    private Rounds(Plan plan, Groups groups, Circles circles) {
        this.groups = groups;
        this.circles = circles;
        this.rounds = new int[plan.size()];
        GroupLinks.walk(plan, groups, task -> groups.of(task) * MOST + rounds[task], this::visit);
    }

    /** The groups with those apart that would need each other. */
    static Groups apart(Plan plan, Groups groups) {
        Circles circles = Circles.of(GroupLinks.needs(plan, groups));
        return circles.any() ? groups.apart(MOST, new Rounds(plan, groups, circles)::round) : groups;
    }

    private int round(int task) {
        return endless.get(circles.of(groups.of(task))) ? 0 : rounds[task];
    }

    private void visit(int task, BitSet needed) {
        int own = groups.of(task);
        int round = 0;
        for (int place = needed.nextSetBit(0); place >= 0; place = needed.nextSetBit(place + 1)) {
            round = Math.max(round, roundAfter(place, own));
        }
        if (round >= MOST) {
            endless.set(circles.of(own));
        }
        rounds[task] = Math.min(round, MOST - 1);
    }

    /** Groups are numbered as they come first: a task that needs a later group begins a new round. */
    private int roundAfter(int place, int own) {
        int group = place / MOST;
        if (!circles.together(group, own)) {
            return 0;
        }
        return place % MOST + (group > own ? 1 : 0);
    }
}
