/** Graphs of a million calls in the two gigabytes that the tests are given, and very many calls in graphs of all sizes. */
@NullMarked
package dev.bide.verify.scale;

import org.jspecify.annotations.NullMarked;
