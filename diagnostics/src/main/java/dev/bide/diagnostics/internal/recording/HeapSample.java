package dev.bide.diagnostics.internal.recording;

/**
 * How much of the heap was in use at a time.
 *
 * @param nanos the time, in nanoseconds since the run began
 * @param used bytes
 */
public record HeapSample(long nanos, long used) {}
