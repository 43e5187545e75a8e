/** Runs as metrics of Micrometer. */
@NullMarked
package dev.bide.micrometer;

import org.jspecify.annotations.NullMarked;
