package dev.bide.diagnostics.internal.recording;

/**
 * Where a task is written down.
 *
 * @param log the number of the log of its plan
 * @param task its number there
 */
record Place(int log, int task) {}
