/**
 * The priority order: which task to run first so that few results are alive at a time.
 *
 * <p>The package works on task numbers alone and knows neither keys nor functions. {@link dev.bide.order.Ordering} is
 * its one entry point.
 */
@NullMarked
package dev.bide.order;

import org.jspecify.annotations.NullMarked;
