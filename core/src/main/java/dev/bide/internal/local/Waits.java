package dev.bide.internal.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For which other runs the tasks of a run are waiting. A run of which a task waits cannot end, so runs that wait for each
 * other in a circle never would.
 *
 * <p>A waiter enters itself and then looks for a circle. Of two that close one together, the later to enter sees both.
 */
final class Waits {
    /** Each with how many tasks wait for it. */
    private final Map<LocalRun<?>, Integer> runs = new ConcurrentHashMap<>();

    /** The tasks of these slots, from the inside out, wait for the run. */
    static void enter(Slot inside, LocalRun<?> run) {
        for (Slot slot = inside; slot != null; slot = slot.outer()) {
            slot.run.waits.runs.merge(run, 1, Integer::sum);
        }
        if (reaches(run, inside)) {
            leave(inside, run);
            throw new IllegalStateException("a task waits for the run that it is part of, and so for itself."
                    + " Pass the Delayed that it needs as an argument instead.");
        }
    }

    static void leave(Slot inside, LocalRun<?> run) {
        for (Slot slot = inside; slot != null; slot = slot.outer()) {
            slot.run.waits.runs.computeIfPresent(run, (ignored, tasks) -> tasks == 1 ? null : tasks - 1);
        }
    }

    private static boolean reaches(LocalRun<?> from, Slot inside) {
        Set<LocalRun<?>> seen = new HashSet<>(Set.of(from));
        Deque<LocalRun<?>> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            LocalRun<?> run = open.pop();
            if (inside.worksFor(run)) {
                return true;
            }
            run.waits.runs.keySet().stream().filter(seen::add).forEach(open::push);
        }
        return false;
    }
}
