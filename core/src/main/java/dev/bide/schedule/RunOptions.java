package dev.bide.schedule;

import dev.bide.event.RunListener;
import dev.bide.graph.Handling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one run is asked for. Immutable.
 *
 * @param goesOn whether the tasks that do not depend on a failed one still run
 * @param listeners who hears the events
 * @param grace how long a stopped run waits for tasks that ignore their interrupt before it names them and ends
 * @param deadline how long the run may take before it is cancelled, or {@code null} for as long as it likes
 * @param handling how to handle the tasks, where neither they nor their calls say
 * @param ahead how many results may be live before no new task that waits for nothing is started
 * @param spill where results go that take too much memory, or {@code null} if all stay in memory
 */
public record RunOptions(
        boolean goesOn,
        List<RunListener> listeners,
        Duration grace,
        @Nullable Duration deadline,
        Handling handling,
        int ahead,
        @Nullable Spill spill) {
    /** What {@link #ahead} is in a run that did not set it. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    private static final RunOptions DEFAULTS =
            new RunOptions(false, List.of(), Duration.ofSeconds(10), null, Handling.NONE, UNBOUNDED, null);

    /**
     * Makes options.
     *
     * @param goesOn whether the tasks that do not depend on a failed one still run
     * @param listeners who hears the events; the list is copied
     * @param grace how long a stopped run waits
     * @param deadline how long the run may take, or {@code null}
     * @param handling how to handle the tasks
     * @param ahead how many results may be live, or {@link #UNBOUNDED}
     * @param spill where results go that take too much memory, or {@code null}
     * @throws IllegalArgumentException if the grace time is negative, or the deadline or {@code ahead} not positive
     */
    public RunOptions {
        listeners =
                List.copyOf(Objects.requireNonNull(listeners, "the listeners are null: pass an empty list for none"));
        if (Objects.requireNonNull(grace, "the grace time is null: use Duration.ZERO for none")
                .isNegative()) {
            throw new IllegalArgumentException("grace(" + grace + "): the time is negative");
        }
        if (deadline != null && (deadline.isNegative() || deadline.isZero())) {
            throw new IllegalArgumentException(
                    "deadline(" + deadline + "): a run takes some time; leave it out for none");
        }
        if (ahead < 1) {
            throw new IllegalArgumentException(
                    "ahead(" + ahead + "): at least one result must be let live; leave it out for no bound");
        }
    }

    /**
     * Gives the options of a run that asks for nothing: the first failure stops it, nobody listens, ten seconds' grace.
     *
     * @return the defaults
     */
    public static RunOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Asks to run everything that does not depend on a failed task before the run fails.
     *
     * @return options like these
     */
    public RunOptions keepGoing() {
        return new RunOptions(true, listeners, grace, deadline, handling, ahead, spill);
    }

    /**
     * Adds a listener.
     *
     * @param listener who hears the events
     * @return options like these
     */
    public RunOptions listener(RunListener listener) {
        List<RunListener> all = new ArrayList<>(listeners);
        all.add(Objects.requireNonNull(listener, "the listener is null"));
        return new RunOptions(goesOn, all, grace, deadline, handling, ahead, spill);
    }

    /**
     * Sets the time that a stopped run waits for tasks that ignore their interrupt.
     *
     * @param time how long, not negative
     * @return options like these
     */
    public RunOptions grace(Duration time) {
        return new RunOptions(goesOn, listeners, time, deadline, handling, ahead, spill);
    }

    /**
     * Sets the time that the run may take. One that is not over by then is cancelled as {@link Run#cancel} does, and {@code
     * get()} says so; a result that is there before stays.
     *
     * @param time how long from its start, positive
     * @return options like these
     */
    public RunOptions deadline(Duration time) {
        Objects.requireNonNull(time, "the deadline is null");
        return new RunOptions(goesOn, listeners, grace, time, handling, ahead, spill);
    }

    /**
     * Sets how to handle the tasks: their retries, timeout, limit and so on, where neither a task nor its call says.
     *
     * <pre>{@code
     * RunOptions patient = RunOptions.defaults().handling(Handling.NONE.retry(3).timeout(Duration.ofMinutes(1)));
     * }</pre>
     *
     * @param weakest what holds where nothing else does
     * @return options like these
     */
    public RunOptions handling(Handling weakest) {
        return new RunOptions(goesOn, listeners, grace, deadline, weakest, ahead, spill);
    }

    /**
     * Bounds how far a run goes ahead of itself: while so many results are live (there, and still needed), no new task that
     * waits for nothing is started, unless nothing else can go on. Dask's users know the need as "root task overproduction".
     * On {@code sync()}, which follows the priority order exactly, it changes nothing.
     *
     * @param results how many results, at least one
     * @return options like these
     */
    public RunOptions ahead(int results) {
        return new RunOptions(goesOn, listeners, grace, deadline, handling, results, spill);
    }

    /**
     * Puts results that the run will not need for a while out of memory, once all together take more than they may, and gets
     * them back when a task needs them. Never what a task at work needs, nor what is asked for.
     *
     * <p>A result that was out of memory comes back as an equal object, not as the same one.
     *
     * @param where where they go, and how much may stay
     * @return options like these
     */
    public RunOptions spill(Spill where) {
        Objects.requireNonNull(where, "where to spill is null: leave it out to keep all results in memory");
        return new RunOptions(goesOn, listeners, grace, deadline, handling, ahead, where);
    }
}
