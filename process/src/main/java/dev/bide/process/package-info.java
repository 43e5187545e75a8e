/**
 * A scheduler over child JVMs on this machine: {@link dev.bide.process.Processes}.
 *
 * <p>The driver and its workers speak over Unix-domain sockets in a folder that only their user may enter, and nothing
 * listens on a network. Who connects shows a secret first, which the driver hands each worker on its standard input.
 * Workers end with the driver, however it ends.
 */
@NullMarked
package dev.bide.process;

import org.jspecify.annotations.NullMarked;
