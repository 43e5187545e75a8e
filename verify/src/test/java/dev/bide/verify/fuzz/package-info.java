/**
 * Fuzz targets: what a hostile or broken input may do to what takes input. In every build each runs over its seeds, which lie
 * in the resources; with {@code -P fuzz} it looks for more for minutes, guided by coverage.
 *
 * <p>A target draws its input as data, works out beside Bide what should come of it, and compares.
 */
@NullMarked
package dev.bide.verify.fuzz;

import org.jspecify.annotations.NullMarked;
