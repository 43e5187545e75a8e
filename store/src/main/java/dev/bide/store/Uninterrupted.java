package dev.bide.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Does not let an interrupt break off reading and writing: a channel closes itself when its thread is interrupted, and
 * a run that is cancelled or whose time is over would lose a result that is finished. The interrupt is kept for the
 * caller.
 */
final class Uninterrupted {
    /** Something to do from the beginning again. */
    interface Work<T extends @Nullable Object> {
        T call() throws IOException;
    }

    /** Work that interrupts its own thread each time is not tried for ever. */
    private static final int MOST_TRIES = 100;

    private Uninterrupted() {}

    static <T extends @Nullable Object> T call(Work<T> work) throws IOException {
        boolean[] interrupted = {Thread.interrupted()};
        try {
            return tried(work, interrupted);
        } finally {
            if (interrupted[0]) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T extends @Nullable Object> T tried(Work<T> work, boolean[] interrupted) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return work.call();
            } catch (ClosedByInterruptException broken) {
                interrupted[0] |= Thread.interrupted();
                if (!interrupted[0] || tries == MOST_TRIES) {
                    throw broken;
                }
            }
        }
    }
}
