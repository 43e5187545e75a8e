/**
 * Programs written with Bide, one idea a file, each with its own real input.
 *
 * <p>{@link dev.bide.examples.Examples} lists them.
 */
@NullMarked
package dev.bide.examples;

import org.jspecify.annotations.NullMarked;
