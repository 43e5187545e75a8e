package dev.bide.remote;

import dev.bide.graph.Plan;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long tasks of one name take in a run, the last ones counting most. */
final class Estimates {
    private static final double UNKNOWN = 1e6;
    private static final double NEW = 0.2;

    private final Map<String, Integer> slots = new HashMap<>();
    private double[] nanos = {};

    /** Finds, for each name of a plan, where its estimate is. */
    int[] slots(Plan plan) {
        List<String> names = plan.names();
        int[] found = new int[names.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = slots.computeIfAbsent(names.get(i), name -> slots.size());
        }
        nanos = Arrays.copyOf(nanos, Math.max(nanos.length, slots.size()));
        return found;
    }

    double of(int slot) {
        return nanos[slot] == 0 ? UNKNOWN : nanos[slot];
    }

    void took(int slot, long time) {
        double known = nanos[slot];
        nanos[slot] = Math.max(1, known == 0 ? time : known + NEW * (time - known));
    }
}
