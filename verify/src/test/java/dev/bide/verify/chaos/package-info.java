/** Graphs in which everything goes wrong that can: each run must end, and tell the truth. */
@NullMarked
package dev.bide.verify.chaos;

import org.jspecify.annotations.NullMarked;
