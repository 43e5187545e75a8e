/**
 * The smallest tasks with which a system still keeps half of the machine's speed, METG(50 %): our implementation of the
 * patterns, the kernel and the measure of Slaughter et al., "Task Bench: A Parameterized Benchmark for Evaluating
 * Parallel Runtime Performance", SC'20.
 */
@NullMarked
package dev.bide.benchmarks.metg;

import org.jspecify.annotations.NullMarked;
