/**
 * The priority order: which task to run first so that few results are alive at a time.
 *
 * <p>{@link dev.bide.order.Ordering} and all it uses work on task numbers alone and know neither keys nor functions.
 */
@NullMarked
package dev.bide.order;

import org.jspecify.annotations.NullMarked;
