/** The hands of a {@link dev.bide.remote.Brain}: what it says is done to a pool of workers, what they say it is told. */
@NullMarked
package dev.bide.remote.driver;

import org.jspecify.annotations.NullMarked;
