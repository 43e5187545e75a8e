package dev.bide.internal.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds out whether a graph that grows would wait for itself. O(what depends on the growing task). */
final class Circles {
    private Circles() {}

    /** Whether {@code wanted}, which has no result yet, needs the result of {@code growing}. */
    static boolean needs(Place wanted, Place growing, Map<Place, List<Place>> waiting) {
        if (wanted.frame().done(wanted.task())) {
            return false;
        }
        Set<Place> seen = new HashSet<>(Set.of(growing));
        Deque<Place> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Place place = open.pop();
            if (place.equals(wanted)) {
                return true;
            }
            dependents(place, waiting).stream().filter(seen::add).forEach(open::push);
        }
        return false;
    }

    private static List<Place> dependents(Place place, Map<Place, List<Place>> waiting) {
        Frame frame = place.frame();
        List<Place> found = new java.util.ArrayList<>(waiting.getOrDefault(place, List.of()));
        int[] start = frame.plan.dependentStart();
        for (int p = start[place.task()]; p < start[place.task() + 1]; p++) {
            found.add(new Place(frame, frame.plan.dependents()[p]));
        }
        if (place.task() == frame.plan.root() && frame.outer != null) {
            found.add(new Place(frame.outer, frame.outerTask));
        }
        return found;
    }
}
