package dev.bide.graph;

import org.jspecify.annotations.Nullable;

/** Calls a function of at most three arguments, each plain or a result, without an array for them: what most tasks are. */
final class ShortCall {
    private ShortCall() {}

    /**
     * Calls a node's function.
     *
     * @param shape which arguments are results: bit 0 for the first
     * @param dependencies the dependencies of all tasks
     * @param from where those of this one start
     */
    @SuppressWarnings({"unchecked", "rawtypes", "NullAway"})
    static @Nullable Object of(Node node, int shape, int[] dependencies, int from, Results results) throws Exception {
        int at = from;
        int kind = node.kind;
        if (kind == Kind.GATHER) {
            return gathered(node.rest.length, dependencies, at, results);
        }
        if (kind == 0) {
            return ((Fn0) node.plainFunction()).apply();
        }
        Object a0 = (shape & 1) != 0 ? results.get(dependencies[at++]) : node.a0;
        if (kind == 1) {
            return ((Fn1) node.plainFunction()).apply(a0);
        }
        Object a1 = (shape & 2) != 0 ? results.get(dependencies[at++]) : node.a1;
        if (kind == 2) {
            return ((Fn2) node.plainFunction()).apply(a0, a1);
        }
        Object a2 = (shape & 4) != 0 ? results.get(dependencies[at]) : node.a2;
        return ((Fn3) node.plainFunction()).apply(a0, a1, a2);
    }

    private static Object gathered(int count, int[] dependencies, int from, Results results) {
        @Nullable Object[] gathered = new Object[count];
        for (int k = 0; k < count; k++) {
            gathered[k] = results.get(dependencies[from + k]);
        }
        return Calls.list(gathered);
    }
}
