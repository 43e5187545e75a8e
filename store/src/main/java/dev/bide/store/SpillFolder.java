package dev.bide.store;

import dev.bide.schedule.Spill;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts results of a run on disk while they are not needed, once all that are live take more memory than a bound: a third
 * of the heap, if nothing else is said. The directory of a store will do, and any other.
 *
 * <pre>{@code
 * RunOptions options = RunOptions.defaults().spill(SpillFolder.at(dir));
 * result.compute(Schedulers.threads(8), options);
 * }</pre>
 *
 * <p><b>What can go to disk</b> is {@link java.io.Serializable}, takes at least {@link #least()} bytes and is no argument of a
 * task at work. Other results stay in memory, and so does what is asked for: that the arguments of the tasks at work and the
 * result of the run fit in the heap is up to you. The run counts results by their sizes: it sees those of numbers, text,
 * arrays, buffers, and lists and records of these; others it serialises once to measure them.
 *
 * <p><b>What comes back</b> is an equal object and not the same one. So results must be values: tasks that change a result
 * which others use as well, or ask whether two results are one object, do not go with this.
 *
 * <p><b>The files</b> are in a folder of their own for each run, for the owner alone, and are gone when the run is over or the
 * JVM ends. What a killed JVM leaves is deleted by the next run that spills to the same directory. If the disk is full, the
 * run says so once in the log {@code dev.bide} and goes on in memory.
 *
 * @param directory where the files go
 * @param bound how many bytes the live results of one run may take in memory, about
 * @param least how many bytes a result must take to be worth a file
 */
public record SpillFolder(Path directory, long bound, long least) implements Spill {
    /** Writing so much takes about as long as making a file. */
    private static final long WORTH_A_FILE = 64 << 10;

    /** A garbage collector that keeps large arrays in regions of their own may need twice their size. */
    private static final long PART_OF_HEAP = 3;

    /**
     * Makes a place for results. The directory is made if it is not there.
     *
     * @param directory where the files go
     * @param bound how many bytes the live results of one run may take in memory
     * @param least how many bytes a result must take to be worth a file
     * @throws IllegalArgumentException if a number is negative, or {@code directory} is a file
     * @throws UncheckedIOException if the directory cannot be made or written
     */
    public SpillFolder {
        if (bound < 0 || least < 0) {
            throw new IllegalArgumentException("bound(" + bound + ").least(" + least + "): a size is not negative");
        }
        directory = directory.toAbsolutePath();
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new IllegalArgumentException(directory + " is a file. Name a directory to spill to");
        }
        try {
            Files.createDirectories(directory);
            if (!Files.isWritable(directory)) {
                throw new AccessDeniedException(directory.toString());
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(
                    "cannot spill to " + directory + ": see that this user may write there, or name another directory",
                    refused);
        }
    }

    /**
     * Puts results of 64 KiB and more in a directory, once the live ones take a third of the heap.
     *
     * @param directory where the files go; it is made if it is not there
     * @return a place for results
     * @throws IllegalArgumentException if {@code directory} is a file
     * @throws UncheckedIOException if the directory cannot be made or written
     */
    public static SpillFolder at(Path directory) {
        return new SpillFolder(directory, Runtime.getRuntime().maxMemory() / PART_OF_HEAP, WORTH_A_FILE);
    }

    /**
     * Sets how much memory the live results of one run may take. Leave room for what else is in the heap: what tasks make while
     * they are at work, above all.
     *
     * @param bytes how many bytes, not negative
     * @return a place like this
     * @throws IllegalArgumentException if it is negative
     */
    public SpillFolder bound(long bytes) {
        return new SpillFolder(directory, bytes, least);
    }

    /**
     * Sets how much of the heap the live results of one run may take, of the largest heap that this JVM may have.
     *
     * @param share from 0 to 1
     * @return a place like this
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public SpillFolder heapShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("heapShare(" + share + "): a share is from 0 to 1");
        }
        return bound((long) (share * Runtime.getRuntime().maxMemory()));
    }

    /**
     * Sets how large a result must be to be worth a file.
     *
     * @param bytes how many bytes, not negative
     * @return a place like this
     * @throws IllegalArgumentException if it is negative
     */
    public SpillFolder least(long bytes) {
        return new SpillFolder(directory, bound, bytes);
    }

    @Override
    public Area open() {
        return new SpillArea(directory);
    }
}
