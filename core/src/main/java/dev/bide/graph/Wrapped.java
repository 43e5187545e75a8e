package dev.bide.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call with something around it, in the place of its function.
 *
 * @param origin the call as the user made it: who asks for names, lines, parameters and options is told of it
 * @param change what is around it
 * @param captured what the function captured, as it is linked now
 */
record Wrapped(Node origin, Rewriting.Change change, List<Node> captured) {
    @Nullable
    Object call(@Nullable Object[] arguments) throws Exception {
        return around(() -> Calls.of(origin.origin(), arguments));
    }

    /** Does what is around the call, and what is around it already in the origin, with another body than the call's. */
    @Nullable
    Object around(Fn0<@Nullable Object> body) throws Exception {
        return change.around().call(origin.function instanceof Wrapped inner ? () -> inner.around(body) : body);
    }

    boolean resumed() {
        return change.resumes() || origin.function instanceof Wrapped inner && inner.resumed();
    }

    boolean handled() {
        return !resumed() && origin.handled;
    }

    /** To read a result is not what the task's handling is for. */
    TaskOptions options() {
        return resumed() ? origin.taskOptions().handled(Handling.NONE) : origin.taskOptions();
    }
}
