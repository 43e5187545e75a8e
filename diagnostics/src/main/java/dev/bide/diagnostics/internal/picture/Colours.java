package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.graph.Plan;
import java.util.stream.IntStream;

/** What the boxes of a picture tell with their colours. */
public abstract sealed class Colours permits NameColours, OrderColours, AmountColours, StateColours {
    Colours() {}

    /**
     * Gives each name a colour of its own.
     *
     * @return the usual colours
     */
    public static Colours byName() {
        return new NameColours();
    }

    /**
     * Tells the priority order.
     *
     * @return these colours
     */
    public static Colours byOrder() {
        return new OrderColours();
    }

    /**
     * Tells how long the tasks took.
     *
     * @param recording of the run
     * @return these colours
     */
    public static Colours byTime(Recording recording) {
        return new AmountColours(Amount.TIME, RunMarks.of(recording));
    }

    /**
     * Tells how large the results were.
     *
     * @param recording of the run
     * @return these colours
     */
    public static Colours byBytes(Recording recording) {
        return new AmountColours(Amount.SIZE, RunMarks.of(recording));
    }

    /**
     * Tells how the tasks ended.
     *
     * @param recording of the run
     * @return these colours
     */
    public static Colours byState(Recording recording) {
        return new StateColours(RunMarks.of(recording));
    }

    /** Whether it can tell the tasks of one name apart. */
    boolean tellsRounds() {
        return true;
    }

    abstract Face.All ofTasks(Plan plan);

    abstract Face.All ofGroups(Plan plan, Groups groups);

    /** The tasks that are drawn as boxes. */
    static IntStream boxes(Plan plan) {
        return IntStream.range(0, plan.size()).filter(task -> !plan.gathers(task));
    }
}
