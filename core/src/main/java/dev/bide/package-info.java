/**
 * Lazy task graphs: build now, run later, in parallel.
 *
 * <p>Start at {@link dev.bide.Bide}.
 */
@NullMarked
package dev.bide;

import org.jspecify.annotations.NullMarked;
