package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.recording.State;
import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many tasks of each group are in each state. */
final class StateCounts {
    private final long tasks;
    private final Groups groups;
    private final Map<State, long[]> counts = new EnumMap<>(State.class);

    StateCounts(Plan plan, Marks marks, Groups groups) {
        this.tasks = Colours.boxes(plan).count();
        this.groups = groups;
        for (State state : StateColours.states()) {
            counts.put(state, marks.counts(state, groups));
        }
    }

    /** Looks like the state that matters most, and says how many tasks are in each but done. */
    Face face(int group) {
        List<State> there = StateColours.states().stream()
                .filter(state -> count(state, group) > 0)
                .toList();
        Face worst = StateColours.face(there.isEmpty() ? null : there.get(0));
        if (groups.size(group) == 1) {
            return worst;
        }
        boolean mixed = there.size() > 1 && there.get(0) != State.FAILED;
        Look look = mixed ? partly(worst.look()) : worst.look();
        String note = note(group, there);
        return new Face(look, worst.mark(), note, note.isEmpty() ? worst.words() : note);
    }

    /** The outline tells that some did not run, the rest that others did. */
    private static Look partly(Look worst) {
        Look done = StateColours.face(State.DONE).look();
        return new Look(done.fill(), worst.border(), done.text(), worst.outline());
    }

    private String note(int group, List<State> there) {
        List<String> words = new ArrayList<>();
        for (State state : there) {
            long count = count(state, group);
            String many = count == groups.size(group) ? "" : Amounts.of(count) + " ";
            if (state != State.DONE) {
                words.add(many + StateColours.face(state).words());
            }
        }
        return String.join(", ", words);
    }

    /** How many tasks are in a state, or in none. */
    long all(@Nullable State state) {
        if (state != null) {
            return Arrays.stream(Objects.requireNonNull(counts.get(state)))
                    .filter(count -> count > 0)
                    .sum();
        }
        return tasks - StateColours.states().stream().mapToLong(this::all).sum();
    }

    private long count(State state, int group) {
        return Objects.requireNonNull(counts.get(state))[group];
    }
}
