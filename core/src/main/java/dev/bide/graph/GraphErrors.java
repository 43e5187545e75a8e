package dev.bide.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Bide says when it refuses a graph: what happened, where, and what to do next. */
final class GraphErrors {
    private GraphErrors() {}

    static String unreachable(int position, Class<?> type, @Nullable String field) {
        return "argument " + position + " is a " + type.getName() + " with a Delayed inside"
                + (field == null ? "" : " (field '" + field + "')")
                + ", where Bide cannot put its result. Pass the Delayed as an argument of its own, or inside a List, Set,"
                + " Map, array, Optional or record; or pass value(x) to hand x over untouched.";
    }

    static String tooDeep(int position, int depth) {
        return "argument " + position + " is nested deeper than " + depth
                + " levels, or contains itself. Pass value(x) to hand x over untouched and unsearched.";
    }

    static String equalMapKeys(int expected, int found) {
        return "a map whose keys are Delayed had " + expected + " keys when it was built and has only " + found
                + " different ones now that they are computed. Use keys with different results, or a list of entries.";
    }

    static String recordNotBuilt(Class<?> type) {
        return "cannot build the record " + type.getName()
                + " from computed values: its constructor threw, its package is"
                + " not open to dev.bide.core, or a value has the wrong type.";
    }

    static String duplicateKey(Key key) {
        return "two nodes have the key '" + key + "'. Give each node a key of its own.";
    }

    static String unknownKey(Key key, @Nullable Key user, Collection<Key> known) {
        String where = user == null ? "" : ", which '" + user + "' refers to";
        return "there is no node with the key '" + key + "'" + where + "." + suggestion(key, known);
    }

    private static String suggestion(Key key, Collection<Key> known) {
        if (known.isEmpty()) {
            return " The graph is empty.";
        }
        Key nearest = known.stream()
                .min(Comparator.comparingInt((Key other) -> EditDistance.between(key.name(), other.name()))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        return " Did you mean '" + nearest + "'?";
    }

    static String cycle(List<Key> cycle) {
        return "the graph has a cycle: "
                + cycle.stream().map(key -> "'" + key + "'").collect(Collectors.joining(" -> "))
                + " (each needs the next). Remove one of these references.";
    }

    static String wrongArity(Key key, Task task, int expected, int given) {
        return "node '" + key + "' calls " + task + ", which takes " + expected + " argument"
                + (expected == 1 ? "" : "s") + ", with " + given + ".";
    }

    static String wrongType(String key, Object value, Class<?> wanted) {
        return "the result of '" + key + "' is a " + value.getClass().getName() + ", not a " + wanted.getName()
                + ". Ask for the type it has, or for Object.class.";
    }

    static String replacedByItself(Node node) {
        return "the replacement of '" + node.label()
                + "' needs that node itself, or another whose replacement does. Replace it by a node that uses what it uses.";
    }

    static String notAKey(@Nullable Object found) {
        String what = found == null ? "null" : "a " + found.getClass().getName();
        return "a list of keys holds " + what + ". Use Strings, Keys and lists of them.";
    }

    static String notHandled(Node node) {
        return "'" + node.label() + "' calls no function, so there is nothing to retry, time or limit. Set that on the"
                + " calls it needs, or on their task.";
    }

    static String nothingDraws() {
        return "nothing here draws graphs: this copy of bide-core has lost its file META-INF/services/"
                + GraphDrawing.class.getName() + ". When you repackage jars, merge such files.";
    }
}
