package dev.bide.diagnostics.internal.recording;

/**
 * An attempt that threw.
 *
 * @param row the task
 * @param attempt which attempt, from 1
 * @param worker the name of the thread that made it
 * @param began when it began, in nanoseconds since the run did
 * @param ended when it threw
 * @param failure what it threw
 */
public record FailedAttempt(int row, int attempt, String worker, long began, long ended, Throwable failure) {}
