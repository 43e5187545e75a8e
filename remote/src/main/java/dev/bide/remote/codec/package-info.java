/** Values and functions as bytes: {@link dev.bide.remote.codec.Codec} and what it throws. */
@NullMarked
package dev.bide.remote.codec;

import org.jspecify.annotations.NullMarked;
