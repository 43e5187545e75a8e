package dev.bide.benchmarks.metg;

/**
 * What a task gives: 16 bytes that say who it is.
 *
 * @param t its timestep
 * @param x its point
 */
record Output(long t, long x) {}
