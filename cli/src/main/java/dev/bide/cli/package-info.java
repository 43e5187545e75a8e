/** The command line: thin commands over the library. */
@NullMarked
package dev.bide.cli;

import org.jspecify.annotations.NullMarked;
