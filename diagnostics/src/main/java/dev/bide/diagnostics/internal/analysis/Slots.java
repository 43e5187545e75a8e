package dev.bide.diagnostics.internal.analysis;

import dev.bide.diagnostics.internal.recording.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many calls could have run at a time, as far as the run shows: not what only gathers counts, but what calls.
 *
 * <p>A thread is one. A worker elsewhere is as many as it ever ran calls at a time, from its first call to its last: one that
 * came when another had gone takes that one's place.
 *
 * @param count how many
 */
public record Slots(int count) {
    /** A moment at which so many more calls run, or fewer. */
    private record Change(long time, int more) {}

    /**
     * Counts them.
     *
     * @param recording of a run
     * @return the number; none of a run that called nothing
     */
    public static int of(Recording recording) {
        return recording.once(Slots.class, Slots::count).count;
    }

    private static Slots count(Recording recording) {
        Map<Integer, List<Change>> byWorker = new HashMap<>();
        IntStream.range(0, recording.size())
                .filter(row -> recording.worker(row) >= 0 && recording.began(row) >= 0 && !recording.gathers(row))
                .forEach(row -> {
                    List<Change> changes = byWorker.computeIfAbsent(recording.worker(row), none -> new ArrayList<>());
                    changes.add(new Change(recording.began(row), 1));
                    changes.add(new Change(recording.ended(row), -1));
                });
        if (!recording.elsewhere()) {
            return new Slots(byWorker.size());
        }
        List<Change> workers = new ArrayList<>();
        for (List<Change> changes : byWorker.values()) {
            int calls = Math.max(1, most(changes));
            workers.add(new Change(changes.get(0).time, calls));
            workers.add(new Change(changes.get(changes.size() - 1).time, -calls));
        }
        return new Slots(byWorker.isEmpty() ? 0 : Math.max(1, most(workers)));
    }

    /** Sorts changes by their times, and gives how many there were at a time at most; what ends makes room for what begins then. */
    private static int most(List<Change> changes) {
        changes.sort((one, other) ->
                one.time != other.time ? Long.compare(one.time, other.time) : Integer.compare(one.more, other.more));
        int now = 0;
        int most = 0;
        for (Change change : changes) {
            now += change.more;
            most = Math.max(most, now);
        }
        return most;
    }
}
