/**
 * The words of a task graph: keys, tasks, nodes, raw graphs, and the plan that a run follows.
 *
 * <p>Nothing here starts a thread, reads a clock or calls user code.
 */
@NullMarked
package dev.bide.graph;

import org.jspecify.annotations.NullMarked;
