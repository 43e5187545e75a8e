/** The programs that the README and the guide quote: each page's snippets and output come from one of these. */
@NullMarked
package dev.bide.examples.guide;

import org.jspecify.annotations.NullMarked;
