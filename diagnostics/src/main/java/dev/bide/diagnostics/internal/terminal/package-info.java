/** What a run says in the terminal: its progress, how it ended, why a task failed. */
@NullMarked
package dev.bide.diagnostics.internal.terminal;

import org.jspecify.annotations.NullMarked;
