package dev.bide.internal.local;

/**
 * Where a node is computed.
 *
 * @param frame in which frame, compared by identity
 * @param task the task's number there
 */
record Place(Frame frame, int task) {}
