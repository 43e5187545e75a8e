/** Looking at graphs and runs. */
@NullMarked
package dev.bide.diagnostics;

import org.jspecify.annotations.NullMarked;
