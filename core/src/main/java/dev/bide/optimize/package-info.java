/** Makes graphs smaller without changing what they compute. */
@NullMarked
package dev.bide.optimize;

import org.jspecify.annotations.NullMarked;
