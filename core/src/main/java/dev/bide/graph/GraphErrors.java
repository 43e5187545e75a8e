package dev.bide.graph;

import java.lang.invoke.MethodType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Bide says when it refuses a graph: what happened, where, and what to do next. */
final class GraphErrors {
    /** Of a longer cycle so many keys are shown at either end. */
    private static final int CYCLE_END = 8;

    static final String NO_TYPE = "the type of the result is null: use Object.class for any";

    static final String HANDLE =
            "this result belongs to the run that the task is in: go on with it by thenDelayed, or pass it as an argument";

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

    static String unreadable(int position, Class<?> type, @Nullable Throwable thrown) {
        return "argument " + position + " is a " + type.getName() + " that cannot be searched for a Delayed: "
                + (thrown == null
                        ? "it gives null for its content"
                        : "reading it threw " + thrown.getClass().getName())
                + ". Pass value(x) to hand x over untouched and unsearched.";
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
        int left = cycle.size() - 2 * CYCLE_END;
        String keys = left <= 1
                ? joined(cycle)
                : joined(cycle.subList(0, CYCLE_END)) + " -> … (" + left + " more) -> "
                        + joined(cycle.subList(cycle.size() - CYCLE_END, cycle.size()));
        return "the graph has a cycle: " + keys + " (each needs the next). Remove one of these references.";
    }

    private static String joined(List<Key> keys) {
        return keys.stream().map(key -> "'" + key + "'").collect(Collectors.joining(" -> "));
    }

    static String nullArguments(Key key) {
        return "the arguments of node '" + key + "' are null. If its one argument is null, write (Object) null.";
    }

    static String wrongArity(Key key, Task task, int expected, int given) {
        return "node '" + key + "' calls " + task + ", which takes " + expected + " argument"
                + (expected == 1 ? "" : "s") + ", with " + given + ".";
    }

    static String wrongType(String key, Object value, Class<?> wanted) {
        return "the result of '" + key + "' is a " + value.getClass().getName() + ", not a " + wanted.getName()
                + ". Ask for the type it has, or for Object.class.";
    }

    static String primitive(Class<?> type) {
        return "results are objects, and none is of the primitive type " + type + ". Ask for "
                + MethodType.methodType(type).wrap().returnType().getName() + ".";
    }

    static String replacedByItself(Node node) {
        return "the replacement of '" + node.label()
                + "' needs that node itself, or another whose replacement does. Replace it by a node that uses what it uses.";
    }

    static String keysTooDeep(int depth) {
        return "a list of keys is nested deeper than " + depth
                + " levels, or contains itself. Use Strings, Keys and lists" + " of them.";
    }

    static String notAKey(@Nullable Object found) {
        String what = found == null ? "null" : "a " + found.getClass().getName();
        return "a list of keys holds " + what + ". Use Strings, Keys and lists of them.";
    }

    static String notHandled(Node node) {
        return "'" + node.label() + "' calls no function, so there is nothing to retry, time or limit. Set that on the"
                + " calls it needs, or on their task.";
    }

    static String noData(Node node) {
        return "'" + node.label() + "' is a Delayed, a result to be, and no data: compute it and send its result";
    }

    static String nothingDraws() {
        return "nothing here draws graphs: this copy of bide-core has lost its file META-INF/services/"
                + GraphDrawing.class.getName() + ". When you repackage jars, merge such files.";
    }
}
