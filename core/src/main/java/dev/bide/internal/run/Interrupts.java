package dev.bide.internal.run;

import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;

/** What tasks throw when they are interrupted. */
public final class Interrupts {
    private Interrupts() {}

    /**
     * Tells whether an exception is the mere answer to an interrupt, and says nothing else.
     *
     * @param thrown what an interrupted task threw
     * @return whether it need not be told
     */
    public static boolean isAnswer(Throwable thrown) {
        return thrown instanceof InterruptedException
                || thrown instanceof CancellationException
                || thrown instanceof ClosedByInterruptException
                || thrown instanceof InterruptedIOException;
    }
}
