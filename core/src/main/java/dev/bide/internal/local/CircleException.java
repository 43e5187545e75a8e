package dev.bide.internal.local;

import dev.bide.graph.Node;

/** A task answered with a graph that needs the task's own result. */
final class CircleException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    CircleException(Node through) {
        super("the graph that this task answered with needs '" + through
                + "', which needs this task's own result. Use what the task was given instead.");
    }
}
