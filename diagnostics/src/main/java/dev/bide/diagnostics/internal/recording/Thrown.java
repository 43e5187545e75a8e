package dev.bide.diagnostics.internal.recording;

import org.jspecify.annotations.Nullable;

/**
 * What an attempt threw, and where its task is written down, if it is. Times are those of the JVM's clock.
 *
 * @param place where the task is written down
 * @param attempt which attempt, from 1
 * @param worker the name of the thread that made it
 * @param began when it began
 * @param nanos when it threw
 * @param failure what it threw
 */
record Thrown(@Nullable Place place, int attempt, String worker, long began, long nanos, Throwable failure) {}
