/**
 * What all schedulers outside this JVM share. {@link dev.bide.remote.Brain} decides, from events to commands;
 * {@link dev.bide.remote.WorkerPool} is what an engine has to offer.
 *
 * <p>A task is run at least once: where a worker is lost with the only copy of a result that is still needed, the task is
 * run again, and so is a task that was at work there.
 */
@NullMarked
package dev.bide.remote;

import org.jspecify.annotations.NullMarked;
