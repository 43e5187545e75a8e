/** Whole graphs of six shapes, run by Bide and by others, side by side in one JVM. */
@NullMarked
package dev.bide.benchmarks.shapes;

import org.jspecify.annotations.NullMarked;
