/** What drivers and workers say to each other, as bytes. */
@NullMarked
package dev.bide.remote.internal.wire;

import org.jspecify.annotations.NullMarked;
