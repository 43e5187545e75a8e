/** What a scheduler is, and what a run gives: results, progress and failures. */
@NullMarked
package dev.bide.schedule;

import org.jspecify.annotations.NullMarked;
