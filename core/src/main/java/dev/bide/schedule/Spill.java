package dev.bide.schedule;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where a run puts results that it will not need for a while, when those that it holds take more memory than they may.
 *
 * <p>An interface for those who write such a place; {@code bide-store} has one on disk. One {@code Spill} may serve many runs,
 * each with a bound and an area of its own. What may be in memory is the results that are done and still needed; those that
 * a task at work has as arguments are counted too, but stay. A result that was put away is not the same object when it comes
 * back: results must be values, which nobody changes and whose identity nobody asks for.
 */
public interface Spill {
    /**
     * Gives how much memory the live results of a run may take before some are put away. The run counts what its results take,
     * about, and not what the heap holds: so it does the same at each go, and garbage does not matter.
     *
     * @return how many bytes; not negative
     */
    long bound();

    /**
     * Gives how large a result must be to be worth putting away.
     *
     * @return how many bytes; those that take less always stay in memory
     */
    long least();

    /**
     * Makes room for one run. Called once a run, before its first task. It should hold nothing and take next to no time before
     * something is put: most runs never put anything, and one that its scheduler refuses does not even end.
     *
     * @return the place for the results of that run, closed when the run ends
     */
    Area open();

    /** What one run has put away. Used by several threads at once, but only one of them puts. */
    interface Area extends AutoCloseable {
        /**
         * Measures a result whose size the run cannot see, because it is of a class that only its author knows.
         *
         * @param result a result; no task is at work on it
         * @return about how many bytes it takes in memory, or -1 if it cannot be put away
         */
        long bytes(Object result);

        /**
         * Puts a result away.
         *
         * @param result a result; no task is at work on it
         * @return how to get it back, or {@code null} if this one cannot be put away; it is not tried again
         * @throws IOException if the place is full or broken: the run says so once and puts nothing away from then on
         */
        @Nullable
        Piece put(Object result) throws IOException;

        /** Lets go of all that was put away, also of what is being put at this moment. Nothing is asked for any more. */
        @Override
        void close();
    }

    /** One result that was put away. */
    interface Piece {
        /**
         * Reads the result. It stays put away: a run may ask for it again.
         *
         * @return an object equal to what was put
         * @throws IOException if it cannot be read; the task that needs it fails with this
         */
        Object fetch() throws IOException;

        /** Lets go of it: nobody needs it any more. */
        void drop();
    }
}
