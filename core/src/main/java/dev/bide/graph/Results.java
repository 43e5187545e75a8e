package dev.bide.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The results of a run so far, by the number of the task.
 *
 * <p>Kept in short pieces. An array of millions of references is one of G1's humongous objects, old from the start: each
 * store of a new result would cost a memory fence, and only a whole marking cycle would free it. Pieces are young.
 *
 * <p>Not synchronised: whoever reads a result has learned from the run that it is there.
 */
public final class Results {
    private static final int BITS = 12;
    private static final int PIECE = 1 << BITS;

    private final @Nullable Object[][] pieces;

    private Results(int size) {
        pieces = new Object[(size + PIECE - 1) >> BITS][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = new Object[Math.min(PIECE, size - (i << BITS))];
        }
    }

    /**
     * Makes room. O(size).
     *
     * @param size how many tasks there are
     * @return results that are all {@code null}
     */
    public static Results none(int size) {
        return new Results(size);
    }

    /**
     * Makes results of those that there are. O(number of results).
     *
     * @param results the result of each task, by its number
     * @return the results
     */
    public static Results of(@Nullable Object... results) {
        Results all = new Results(results.length);
        for (int i = 0; i < results.length; i++) {
            all.set(i, results[i]);
        }
        return all;
    }

    /**
     * Gives a result.
     *
     * @param task the number of the task
     * @return its result; {@code null} also if there is none yet, or none any more
     */
    public @Nullable Object get(int task) {
        return pieces[task >> BITS][task & PIECE - 1];
    }

    /**
     * Lets go of all results, without needing memory for that.
     */
    public void clear() {
        for (@Nullable Object[] piece : pieces) {
            Arrays.fill(piece, null);
        }
    }

    /**
     * Puts a result.
     *
     * @param task the number of the task
     * @param result its result, or {@code null} to let it go
     */
    public void set(int task, @Nullable Object result) {
        pieces[task >> BITS][task & PIECE - 1] = result;
    }
}
