package dev.bide.diagnostics.internal.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to draw, without places.
 *
 * @param title the picture in words
 * @param items boxes and circles
 * @param links arrows between them
 * @param legend what the looks of the items mean, if that has to be said
 */
record Sketch(
        String title,
        List<Item> items,
        List<Link> links,
        @Nullable Legend legend) {
    /** What an item looks like. */
    enum Form {
        /** A box. */
        TASK,
        /** A box with a circle behind it. */
        TASK_AND_RESULT,
        /** A double circle without a label. */
        LIST
    }

    /**
     * One thing to draw.
     *
     * @param form what it looks like
     * @param label the text in its box
     * @param look of the box
     * @param title more about it, for who points at it
     * @param repeats whether it needs itself: a group of tasks that need each other
     */
    record Item(Form form, Label label, Look look, String title, boolean repeats) {}

    /**
     * An arrow.
     *
     * @param from position of the item whose result is needed
     * @param to position of the item that needs it
     */
    record Link(int from, int to) {}
}
