package dev.bide.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of calls made into one: each takes the result of the one before in one of its arguments.
 *
 * @param steps the calls, first to last
 * @param holes for each, which of its arguments is the result of the one before; -1 for the first
 */
record Fused(List<Node> steps, List<Integer> holes) {
    /** The arguments are those of all the steps, one after the other, without the ones in the holes. */
    @Nullable
    Object apply(@Nullable Object[] arguments) throws Exception {
        Object result = null;
        int from = 0;
        for (int s = 0; s < steps.size(); s++) {
            @Nullable Object[] own = new Object[steps.get(s).argumentCount()];
            for (int k = 0; k < own.length; k++) {
                own[k] = k == holes.get(s) ? result : arguments[from++];
            }
            result = Calls.of(steps.get(s), own);
        }
        return result;
    }
}
