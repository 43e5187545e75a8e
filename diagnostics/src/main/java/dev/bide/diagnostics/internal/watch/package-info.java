/** What listens to a run for a user who asked for diagnostics, and what is done when it has ended. */
@NullMarked
package dev.bide.diagnostics.internal.watch;

import org.jspecify.annotations.NullMarked;
