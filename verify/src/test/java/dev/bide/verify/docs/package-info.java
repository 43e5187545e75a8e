/** Holds the documentation to the truth: its snippets compile, its output is printed, its links and names lead somewhere. */
@NullMarked
package dev.bide.verify.docs;

import org.jspecify.annotations.NullMarked;
