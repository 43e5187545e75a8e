package dev.bide.diagnostics.internal.picture;

import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a box looks like, and what it says beyond its name.
 *
 * @param look its colours and outline
 * @param mark a sign before the name, or nothing
 * @param note a line below the name, or nothing
 * @param words what look and note mean, for who points at the box, or nothing
 */
record Face(Look look, String mark, String note, String words) {
    static Face plain(Look look) {
        return new Face(look, "", "", "");
    }

    /** The label of a box that has this face. */
    Label label(String name) {
        return Label.of(marked(name)).above(note);
    }

    String marked(String name) {
        return mark.isEmpty() ? name : mark + " " + name;
    }

    /** What is said to who points at the box: the name, what it was, what else there is to say. */
    String title(String name, String more) {
        return Stream.of(name, words, more).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    /**
     * The faces of all boxes of a picture.
     *
     * @param each the face of each task, or group of tasks, by its number
     * @param legend what the looks mean, if the picture has to say it
     */
    record All(IntFunction<Face> each, @Nullable Legend legend) {
        Face of(int number) {
            return Objects.requireNonNull(each.apply(number));
        }
    }
}
