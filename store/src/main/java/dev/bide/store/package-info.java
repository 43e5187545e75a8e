/** Results kept on disk under what they were computed from, so that a run can be resumed. */
@NullMarked
package dev.bide.store;

import org.jspecify.annotations.NullMarked;
