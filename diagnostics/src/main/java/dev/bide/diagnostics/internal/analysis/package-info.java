/** What a recording says: the critical path, how busy the workers were, what was alive when, and all of it in words. */
@NullMarked
package dev.bide.diagnostics.internal.analysis;

import org.jspecify.annotations.NullMarked;
