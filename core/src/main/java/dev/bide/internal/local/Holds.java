package dev.bide.internal.local;

import dev.bide.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the tasks that have yet to answer with more graph may answer with, because their functions captured it: results that
 * they hold, and nodes of which the run knows nothing yet.
 *
 * <p>Used under the lock of {@link Growth}, but for {@link #any}.
 */
final class Holds {
    /** What one such task holds, and what it waits to hold; equal to itself alone. */
    private static final class Hold {
        final List<Place> places = new ArrayList<>();
        final List<Node> unknown = new ArrayList<>();
    }

    private final Map<Place, Hold> holds = new ConcurrentHashMap<>();
    private final Map<Node, List<Hold>> wanted = new HashMap<>();

    /** Notes what a task's function reaches; {@code places} says where what the run knows is computed. */
    void expect(Place expanding, Set<Node> reached, Map<Node, Place> places) {
        Hold hold = new Hold();
        for (Node node : reached) {
            Place place = places.get(node);
            if (place == null) {
                hold.unknown.add(node);
                wanted.computeIfAbsent(node, ignored -> new ArrayList<>()).add(hold);
            } else {
                hold(hold, place);
            }
        }
        if (!reached.isEmpty()) {
            holds.put(expanding, hold);
        }
    }

    private static void hold(Hold hold, Place place) {
        if (place.frame().retain(place.task())) {
            hold.places.add(place);
        }
    }

    /** A node has become known. */
    void known(Node node, Place place) {
        List<Hold> waiting = wanted.isEmpty() ? null : wanted.remove(node);
        if (waiting != null) {
            waiting.forEach(hold -> hold(hold, place));
        }
    }

    /** Whether a task holds anything or waits to. */
    boolean any(Place expanding) {
        return holds.containsKey(expanding);
    }

    /** The task has answered: gives what it held. */
    List<Place> end(Place expanding) {
        Hold hold = holds.remove(expanding);
        if (hold == null) {
            return List.of();
        }
        for (Node node : hold.unknown) {
            wanted.computeIfPresent(node, (ignored, waiting) -> without(waiting, hold));
        }
        return hold.places;
    }

    private static @Nullable List<Hold> without(List<Hold> waiting, Hold hold) {
        waiting.remove(hold);
        return waiting.isEmpty() ? null : waiting;
    }
}
