package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.picture.Look.Outline;
import dev.bide.diagnostics.internal.recording.State;
import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How tasks ended, in outlines and signs, and in colours besides: failed is thick with a cross, not run dashed in grey
 * letters, cancelled dotted. No two states differ in colour alone.
 */
final class StateColours extends Colours {
    private static final int GREY = 0x6a6a6a;

    private static final Face ABSENT =
            face(Palette.BACKGROUND, 0x8a8a8a, Palette.TEXT, Outline.PLAIN, "?", "not in this run");

    private static final Map<State, Face> FACES = faces();

    private final RunMarks run;

    StateColours(RunMarks run) {
        this.run = run;
    }

    private static Map<State, Face> faces() {
        Map<State, Face> faces = new LinkedHashMap<>();
        faces.put(State.FAILED, face(0xffd2cc, 0xa5102a, Palette.TEXT, Outline.THICK, "✗", "failed"));
        faces.put(State.SKIPPED, face(Palette.BACKGROUND, GREY, GREY, Outline.DASHED, "", "not run"));
        faces.put(State.CANCELLED, face(0xf0f0f0, GREY, 0x5a5a5a, Outline.DOTTED, "", "cancelled"));
        faces.put(State.RUNNING, face(0xffedb0, 0x8a7718, Palette.TEXT, Outline.PLAIN, "▶", "running"));
        faces.put(State.WAITING, face(Palette.BACKGROUND, GREY, Palette.TEXT, Outline.PLAIN, "…", "not done yet"));
        faces.put(State.DONE, face(0xc5e8d5, 0x1b6b55, Palette.TEXT, Outline.PLAIN, "", "done"));
        return faces;
    }

    private static Face face(int fill, int border, int text, Outline outline, String mark, String words) {
        return new Face(new Look(fill, border, text, outline), mark, "", words);
    }

    static Face face(@Nullable State state) {
        return state == null ? ABSENT : Objects.requireNonNull(FACES.get(state));
    }

    /** In the order in which they matter: a group looks like the first of its states. */
    static Set<State> states() {
        return FACES.keySet();
    }

    @Override
    boolean tellsRounds() {
        return run.everyTask();
    }

    @Override
    Face.All ofTasks(Plan plan) {
        Marks marks = run.of(plan);
        return new Face.All(task -> face(marks.state(task)), legend(state -> count(plan, marks, state)));
    }

    @Override
    Face.All ofGroups(Plan plan, Groups groups) {
        Marks marks = run.of(plan);
        StateCounts counts = new StateCounts(plan, marks, groups);
        return new Face.All(counts::face, legend(counts::all));
    }

    private static long count(Plan plan, Marks marks, @Nullable State state) {
        return boxes(plan).filter(task -> marks.state(task) == state).count();
    }

    /** The states that there are, each with its number of tasks. */
    private static Legend legend(ToLongFunction<@Nullable State> count) {
        List<Face> samples = new ArrayList<>();
        states().forEach(state -> addSample(state, count.applyAsLong(state), samples));
        addSample(null, count.applyAsLong(null), samples);
        return Legend.samples(samples);
    }

    private static void addSample(@Nullable State state, long count, List<Face> samples) {
        if (count > 0) {
            Face face = face(state);
            samples.add(new Face(face.look(), face.mark(), "", Amounts.of(count) + " " + face.words()));
        }
    }
}
