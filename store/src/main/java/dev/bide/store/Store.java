package dev.bide.store;

import dev.bide.schedule.Scheduler;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Results that outlive the program: a folder in which the results of tasks are kept, so that a program that was stopped, or
 * is run again, goes on from where it was.
 *
 * <pre>{@code
 * var load = task(Pipeline::load).stored();
 * var store = Store.at(Path.of("results"));
 * load.each(files).compute(store.on(Schedulers.threads()));
 * }</pre>
 *
 * <p>A call of a task that is {@code stored()} or {@code pure()} is looked up when a run starts, and again when the graph has
 * grown by it: if the store has its result, that is read, and what only this call needed is not run. If not, the call runs,
 * and its result is saved before anything that needs it runs; a program that is killed loses the tasks that were running. What
 * is stored is found by a key made of
 *
 * <ul>
 *   <li>the function: its class and method, and the class file that holds its code, so that changed code is run again. What
 *       this code calls in other classes is not looked at: give the task a {@code version(..)} and change it when they
 *       change. A version stands in the place of the class file; what the function does is then yours to say. Classes of the
 *       JDK go by their names;
 *   <li>the arguments, and what a lambda has captured: numbers, strings, enums, records, collections, arrays and the like by
 *       their content, files by their path, size and time of change (or {@linkplain #filesByContent() by content}), everything
 *       else by what Java's serialisation writes of it;
 *   <li>for an argument that is another call's result, that call's function and arguments in turn, be it stored or not.
 * </ul>
 *
 * <p>So whatever leads to a stored result must give equal results for equal arguments. What only has to run {@code after}
 * something else does not count. A stored call for which no such key can be made is refused when the run starts; one
 * that is only pure then runs as it would without a store. A result must be {@link java.io.Serializable} to be stored; it is read
 * with the context class loader of the thread that runs the task. What cannot be saved is said once a run, by the {@link
 * System.Logger} {@code dev.bide.store}, and never fails the task.
 *
 * <p>Where the scheduler runs tasks in other JVMs, the folder is this one's all the same: results come here to be saved, before
 * anything that needs them runs, and go from here where they are read.
 *
 * <p>Runs that tasks start themselves belong to their tasks and are not looked up. Immutable, and safe to use from any
 * thread; several processes may share a folder.
 */
public final class Store {
    private final Path directory;
    private final Shelf shelf;
    private final boolean byContent;

    private Store(Path directory, Shelf shelf, boolean byContent) {
        this.directory = directory;
        this.shelf = shelf;
        this.byContent = byContent;
    }

    /**
     * Opens the store in a folder.
     *
     * @param directory the folder; it is made if it is not there
     * @return the store, which may grow without bound
     * @throws IllegalArgumentException if something else is in the folder, or it is none
     * @throws java.io.UncheckedIOException if it cannot be made or written to
     */
    public static Store at(Path directory) {
        Objects.requireNonNull(directory, "the store's folder is null");
        return new Store(directory, Shelf.at(directory, Shelf.NO_BOUND), false);
    }

    /**
     * Bounds the store: when it holds more, results go, those first that were quick to compute for their size and seldom
     * used.
     *
     * @param bytes how much it may hold, positive
     * @return a store like this one
     * @throws IllegalArgumentException if the bound is not positive
     */
    public Store atMost(long bytes) {
        if (bytes <= 0) {
            throw new IllegalArgumentException(
                    "atMost(" + bytes + "): a store holds some bytes; leave it out for no bound");
        }
        return new Store(directory, Shelf.at(directory, bytes), byContent);
    }

    /**
     * Tells files apart by what is in them. Without this a {@code Path} or {@code File} that is an argument goes by its
     * absolute path, size and time of change; a folder by its own, which change when files come or go, not when they are
     * written to. With it, it goes by its name as it was given and by its content, which is read once for all calls that a run
     * starts with, and a folder by all that is in it.
     *
     * @return a store like this one
     */
    public Store filesByContent() {
        return new Store(directory, shelf, true);
    }

    /**
     * Runs on a scheduler, and looks results up and saves them.
     *
     * @param scheduler where to run; closing the one that this gives closes it
     * @return a scheduler that resumes
     */
    public Scheduler on(Scheduler scheduler) {
        return new Resuming(this, Objects.requireNonNull(scheduler, "the scheduler is null"));
    }

    Shelf shelf() {
        return shelf;
    }

    boolean byContent() {
        return byContent;
    }

    /** Shows the folder. */
    @Override
    public String toString() {
        return "Store at " + directory;
    }
}
