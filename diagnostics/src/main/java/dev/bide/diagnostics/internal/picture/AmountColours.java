package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.recording.State;
import dev.bide.graph.Plan;
import java.util.Arrays;

/** The more, the darker; a group of tasks has the sum of theirs. What has no amount is white, with the outline of its state. */
final class AmountColours extends Colours {
    private final Amount amount;
    private final RunMarks run;

    AmountColours(Amount amount, RunMarks run) {
        this.amount = amount;
        this.run = run;
    }

    @Override
    boolean tellsRounds() {
        return run.everyTask();
    }

    @Override
    Face.All ofTasks(Plan plan) {
        Marks marks = run.of(plan);
        long most = boxes(plan).mapToLong(task -> amount.of(marks, task)).max().orElse(Marks.UNKNOWN);
        return new Face.All(
                task -> face(amount.of(marks, task), most, StateColours.face(marks.state(task))),
                legend(amount.what, most));
    }

    @Override
    Face.All ofGroups(Plan plan, Groups groups) {
        Marks marks = run.of(plan);
        long[] sums = amount.ofGroups(marks, groups);
        long most = Arrays.stream(sums).max().orElse(Marks.UNKNOWN);
        StateCounts counts = new StateCounts(plan, marks, groups);
        String what = "total " + amount.what + (marks.sampled() && amount == Amount.SIZE ? ", about" : "");
        return new Face.All(group -> face(sums[group], most, counts.face(group)), legend(what, most));
    }

    private Face face(long its, long most, Face state) {
        if (its != Marks.UNKNOWN) {
            String note = amount.words(its);
            return new Face(Shade.ofAmount(its, most), state.mark(), note, amount.what + " " + note);
        }
        Look look = new Look(
                Palette.BACKGROUND,
                state.look().border(),
                state.look().text(),
                state.look().outline());
        String words = state.note().isEmpty() ? state.words() : state.note();
        boolean done = words.equals(StateColours.face(State.DONE).words());
        String note = done ? amount.what + " not known" : words;
        return new Face(look, state.mark(), note, note);
    }

    private Legend legend(String what, long most) {
        return Legend.scale(what, "0", most == Marks.UNKNOWN ? "not known" : amount.words(most));
    }
}
