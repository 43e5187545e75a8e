/**
 * What runs tasks in a worker's JVM: {@link dev.bide.remote.worker.WorkerNode}, which an engine feeds with messages
 * and gives a {@link dev.bide.remote.worker.Link} to answer by.
 *
 * <p>Two sorts of threads meet here. The engine's bring messages: they read them, note what is wanted and return; they
 * run no user code, and so make no object of a value's bytes. The worker's own run tasks and read and write values.
 * What they share has three kinds of locks, none of which is held while user code runs or a message is sent: the
 * desk's (which batches there are, who is at work on which), the requests' (which results are awaited) and each run's
 * (what is kept of it). The requests' may be held when a run's is taken. Besides, what makes an object of bytes holds
 * a lock of those bytes alone, so that it is made once.
 */
@NullMarked
package dev.bide.remote.worker;

import org.jspecify.annotations.NullMarked;
