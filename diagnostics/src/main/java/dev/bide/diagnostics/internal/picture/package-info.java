/**
 * Draws graphs as pictures, in three steps: a {@code Sketch} says what there is to draw, a {@code Layout} gives each thing
 * its place in a {@code Scene}, and the writers put the scene into a file.
 */
@NullMarked
package dev.bide.diagnostics.internal.picture;

import org.jspecify.annotations.NullMarked;
