package dev.bide.micrometer;

import dev.bide.event.Event;
import dev.bide.event.RunListener;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Tells Micrometer about runs: how long tasks and runs take, how they end, how many tasks are running.
 *
 * <pre>{@code
 * RunListener metrics = BideMetrics.of(registry);
 * result.compute(scheduler, RunOptions.defaults().listener(metrics));
 * }</pre>
 *
 * <table>
 * <caption>The meters</caption>
 * <tr><th>name<th>what<th>tags</tr>
 * <tr><td>{@code bide.task}<td>timer of tasks, each with its last attempt<td>{@code name}, {@code outcome} = done, failed, cancelled</tr>
 * <tr><td>{@code bide.task.retries}<td>counter of attempts after which there was another<td>{@code name}</tr>
 * <tr><td>{@code bide.task.skipped}<td>counter of tasks not run because of a failure<td>{@code name}</tr>
 * <tr><td>{@code bide.task.running}<td>gauge of the tasks that are running now, in all runs</tr>
 * <tr><td>{@code bide.run}<td>timer of runs<td>{@code root}, {@code outcome} = done, failed, cancelled</tr>
 * </table>
 *
 * <p>{@code name} is what tasks of a kind share, never a key, and {@code root} is the name of the task whose result was
 * asked for. Of each, a registry gets 100 values; the tasks and runs beyond them have the value {@code other}. What only
 * gathers results into a list is not counted. A task that goes on with more graph is counted when it answers with it.
 *
 * <p>One listener serves any number of runs, at the same time too, and several for one registry count together. Of the steps
 * of tasks it hears a few, in the threads in which they happen.
 */
public final class BideMetrics implements RunListener {
    private final Meters meters;

    private BideMetrics(Meters meters) {
        this.meters = meters;
    }

    /**
     * Makes a listener that tells a registry about all runs that it is given to.
     *
     * @param registry where the meters are
     * @return the listener
     */
    public static RunListener of(MeterRegistry registry) {
        return new BideMetrics(new Meters(registry));
    }

    @Override
    public RunListener forRun() {
        return new RunMetrics(meters);
    }

    /**
     * Hears nothing itself.
     *
     * @throws IllegalStateException always: it is {@link #forRun} that hears a run
     */
    @Override
    public void on(Event event) {
        throw new IllegalStateException("ask forRun() for the listener of a run, and tell that one: " + event);
    }
}
