/** Writes graphs down: as text, for Graphviz, for Mermaid, and as pictures where a module for that is on the class path. */
@NullMarked
package dev.bide.draw;

import org.jspecify.annotations.NullMarked;
