/** Files that are written whole or not at all, and what they hold: traces. */
@NullMarked
package dev.bide.diagnostics.internal.file;

import org.jspecify.annotations.NullMarked;
