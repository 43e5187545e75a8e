/** Graphs of a million calls, in the two gigabytes that the tests are given. */
@NullMarked
package dev.bide.verify.scale;

import org.jspecify.annotations.NullMarked;
