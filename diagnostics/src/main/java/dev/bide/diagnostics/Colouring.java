package dev.bide.diagnostics;

import dev.bide.diagnostics.internal.picture.Colours;
import dev.bide.diagnostics.internal.recording.Recording;
import java.util.Objects;

/**
 * What the colours of a {@link GraphPicture} tell. Each says it in another way besides: by a number in the box, by the
 * outline, by a sign.
 */
public final class Colouring {
    private static final Colouring BY_NAME = new Colouring("byName", Colours.byName());
    private static final Colouring BY_ORDER = new Colouring("byOrder", Colours.byOrder());

    private final String name;
    private final Colours colours;

    private Colouring(String name, Colours colours) {
        this.name = name;
        this.colours = colours;
    }

    /**
     * Gives each name a colour of its own, first come first served; after sixteen names they come again. The usual one.
     *
     * @return this colouring
     */
    public static Colouring byName() {
        return BY_NAME;
    }

    /**
     * Tells the place of each task in the priority order, {@link dev.bide.order.Order#of(dev.bide.graph.Plan)}: as a number,
     * and the later the darker. Lists of results are not counted. A group of tasks shows its first and its last place, in
     * the colour of the mean.
     *
     * @return this colouring
     */
    public static Colouring byOrder() {
        return BY_ORDER;
    }

    /**
     * Tells how long the last attempt of each task took: in words, and the longer the darker. A group of tasks shows the sum
     * of their times.
     *
     * @param profile of a run of this graph
     * @return this colouring
     */
    public static Colouring byTime(Profile profile) {
        return new Colouring("byTime", Colours.byTime(recorded(profile)));
    }

    /**
     * Tells the estimated size of each result: in words, and the larger the darker. A group of tasks shows the sum of their
     * results' sizes.
     *
     * @param profile of a run of this graph
     * @return this colouring
     */
    public static Colouring byBytes(Profile profile) {
        return new Colouring("byBytes", Colours.byBytes(recorded(profile)));
    }

    /**
     * Tells how each task ended: failed ones have a thick outline and a cross, those not run because of a failure a dashed
     * outline and grey letters, cancelled ones a dotted outline. A group of tasks shows how many there are of each, and
     * looks like the worst.
     *
     * @param profile of a run of this graph, over or not
     * @return this colouring
     */
    public static Colouring byState(Profile profile) {
        return new Colouring("byState", Colours.byState(recorded(profile)));
    }

    private static Recording recorded(Profile profile) {
        return Objects.requireNonNull(profile, "profile").recording();
    }

    Colours colours() {
        return colours;
    }

    /** Shows how it was made. */
    @Override
    public String toString() {
        return "Colouring." + name;
    }
}
