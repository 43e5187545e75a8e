package dev.bide.remote.codec;

import org.jspecify.annotations.Nullable;

/**
 * What in a value or function cannot be sent, in words.
 *
 * @param root what the value is that holds it, {@code null} of a function
 * @param way the way from there to what cannot be sent, and what that is; {@code null} if it is the value itself
 * @param advice what the class of it needs
 * @param field the field nearest to it that could be left out, or {@code null}
 * @param inThis whether a lambda holds it by the object in whose method it was made
 */
record Finding(
        @Nullable String root,
        @Nullable String way,
        String advice,
        @Nullable String field,
        boolean inThis) {
    private static final String ELSEWHERE = "return what you read from it, or use it in the same task";

    /** Of something that is called or sent; {@code name} is what the reader knows it by. */
    String text(@Nullable String name) {
        return path(name) + "; " + adviceInside();
    }

    /** Of what a task gave: it was made inside already. */
    String textOfResult() {
        String rest = switch (advice) {
            case Dangers.MAKE_INSIDE -> ELSEWHERE + transientField();
            case Dangers.OPEN_INSIDE -> "make the class Serializable, " + ELSEWHERE;
            default -> advice;
        };
        return path(null) + "; " + rest;
    }

    private String path(@Nullable String name) {
        if (way == null) {
            return (name == null ? "it" : name) + " is a " + root;
        }
        String from =
                name == null ? (root == null ? "" : "a " + root) : root == null ? name : name + " (a " + root + ")";
        return from.isEmpty() ? way : from + " > " + way;
    }

    private String adviceInside() {
        String all = advice.equals(Dangers.MAKE_INSIDE) ? advice + transientField() : advice;
        return inThis
                ? all + "; a static method, or a local variable that holds what is needed, captures no this"
                : all;
    }

    private String transientField() {
        return field == null ? "" : ", or let the field " + field + " be transient";
    }
}
