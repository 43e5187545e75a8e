package dev.bide.internal.local;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds out whether a graph that grows would wait for itself. O(what depends on the growing task), if it waits at all. */
final class Circles {
    private Circles() {}

    /** The first of the wanted that has no result yet and needs the result of {@code growing}, or {@code null}. */
    static @Nullable Place find(Collection<Place> wanted, Place growing, Map<Place, List<Place>> waiting) {
        Set<Place> missing = new HashSet<>(wanted);
        missing.removeIf(place -> place.frame().done(place.task()));
        Set<Place> seen = new HashSet<>(Set.of(growing));
        Deque<Place> open = new ArrayDeque<>(missing.isEmpty() ? Set.of() : seen);
        while (!open.isEmpty()) {
            Place place = open.pop();
            if (missing.contains(place)) {
                return place;
            }
            dependents(place, waiting).stream().filter(seen::add).forEach(open::push);
        }
        return null;
    }

    private static List<Place> dependents(Place place, Map<Place, List<Place>> waiting) {
        Frame frame = place.frame();
        List<Place> found = new ArrayList<>(waiting.getOrDefault(place, List.of()));
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
