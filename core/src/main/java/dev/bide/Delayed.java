package dev.bide;

import dev.bide.draw.Drawing;
import dev.bide.graph.Fn1;
import dev.bide.graph.Fn2;
import dev.bide.graph.Handling;
import dev.bide.graph.Key;
import dev.bide.graph.Kind;
import dev.bide.graph.Limit;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.graph.Retry;
import dev.bide.graph.TaskGraph;
import dev.bide.graph.Transit;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A result to be: one lazy call, a node of a graph.
 *
 * <p>Immutable and safe to share between threads. Making one runs nothing and costs O(1); asking for its result runs what it
 * needs and nothing else, each call once. Methods that change something give another {@code Delayed}, a call of its own.
 *
 * @param <T> type of the result
 */
@SuppressWarnings("serial") // what is sent is a number
public sealed class Delayed<T extends @Nullable Object> extends Node implements Serializable permits DelayedList {
    private Delayed(
            int kind,
            Object function,
            @Nullable Object a0,
            @Nullable Object a1,
            @Nullable Object a2,
            @Nullable Object... rest) {
        super(kind, function, a0, a1, a2, rest);
    }

    Delayed(int kind, @Nullable Object held, Node... items) {
        super(kind, held, items);
    }

    Delayed(Node target, Class<T> type) {
        super(target, type);
    }

    Delayed(Node like, @Nullable String name, Node... after) {
        super(like, name, after);
    }

    private Delayed(Node like, Handling handling) {
        super(like, handling);
    }

    // ---------------------------------------------------------------- how calls are made

    static <T extends @Nullable Object> Delayed<T> call(int kind, Object function) {
        return new Delayed<>(kind, function, null, null, (Object) null);
    }

    static <T extends @Nullable Object> Delayed<T> call(int kind, Object function, @Nullable Object a0) {
        return new Delayed<>(kind, function, a0, null, (Object) null);
    }

    static <T extends @Nullable Object> Delayed<T> call(
            int kind, Object function, @Nullable Object a0, @Nullable Object a1) {
        return new Delayed<>(kind, function, a0, a1, (Object) null);
    }

    static <T extends @Nullable Object> Delayed<T> call(
            int kind,
            Object function,
            @Nullable Object a0,
            @Nullable Object a1,
            @Nullable Object a2,
            @Nullable Object... rest) {
        return new Delayed<>(kind, function, a0, a1, a2, rest);
    }

    static @Nullable Object plain(@Nullable Object argument, int position) {
        return argument == null ? null : plainArgument(argument, position);
    }

    static Delayed<?> argument(@Nullable Delayed<?> argument, int position) {
        if (argument == null) {
            throw new NullPointerException("argument " + position + " is null where a Delayed is expected."
                    + " Pass value(null) for the value null.");
        }
        return argument;
    }

    static <F> F function(@Nullable F function) {
        return Objects.requireNonNull(function, "the function is null");
    }

    static <I> I elements(@Nullable I each) {
        if (each instanceof Path) {
            throw new IllegalArgumentException("each(" + each + ") would make a call for each name in the path."
                    + " Pass List.of(path) to call with the path itself.");
        }
        return Objects.requireNonNull(each, "the elements to call with are null: pass an empty list for no calls");
    }

    // ---------------------------------------------------------------- more graph

    /**
     * Calls a function with the result, lazily. O(1).
     *
     * @param function what to call
     * @param <R> type of its result
     * @return the function's result to be
     */
    public <R extends @Nullable Object> Delayed<R> then(Fn1<? super T, ? extends R> function) {
        return call(1, function(function), this);
    }

    /**
     * Calls a function with this result and another, lazily. O(1).
     *
     * @param other the other
     * @param function what to call
     * @param <U> type of the other result
     * @param <R> type of the function's result
     * @return the function's result to be
     */
    public <U extends @Nullable Object, R extends @Nullable Object> Delayed<R> zip(
            Delayed<? extends U> other, Fn2<? super T, ? super U, ? extends R> function) {
        return call(2, function(function), this, argument(other, 1));
    }

    /**
     * Goes on with whatever a function makes of the result: the graph grows as it runs. O(1).
     *
     * <p>The function runs as a task. What it answers with runs in the same run, and the result is the result of that. Calls
     * that the run has made or will make anyway are shared, so long as the function answers with calls it made itself, was
     * given, or captured. Answering with such functions again and again needs no stack, and in the last place of each step
     * constant memory.
     *
     * @param function gives the result to go on with, not {@code null}
     * @param <R> type of the result
     * @return the result to be
     */
    public <R extends @Nullable Object> Delayed<R> thenDelayed(
            Fn1<? super T, ? extends Delayed<? extends R>> function) {
        return call(Kind.EXPAND, function(function), this);
    }

    /**
     * Gives a call like this one that runs only after others have run, whatever their results. O(number of others).
     *
     * @param others what must have run before; if one of them fails, this does not run
     * @return a call of its own
     */
    public Delayed<T> after(Delayed<?>... others) {
        return new Delayed<>(this, null, checked(others));
    }

    static Node[] checked(Delayed<?>... others) {
        Objects.requireNonNull(others, "the calls to run after are null");
        for (int i = 0; i < others.length; i++) {
            argument(others[i], i + 1);
        }
        return others.clone();
    }

    /**
     * Gives a call like this one with a name of its own, which keys, pictures and errors show. O(1).
     *
     * @param name the name, not empty
     * @return a call of its own
     */
    public Delayed<T> named(String name) {
        return new Delayed<>(this, checkedName(name));
    }

    static String checkedName(String name) {
        return Key.of(name).name();
    }

    // ---------------------------------------------------------------- how a run handles this call

    /**
     * Gives a call like this one with at most so many more attempts after one that throws an {@code Exception}. What is said
     * here about one call is stronger than what its task says. O(1).
     *
     * @param retries how many more attempts, not negative
     * @return a call of its own
     * @throws IllegalArgumentException if this calls no function, as a list or a value does not
     */
    public Delayed<T> retry(int retries) {
        return retry(Retry.times(retries));
    }

    /**
     * Gives a call like this one with further attempts as a policy says. O(1).
     *
     * @param policy how many, after what waits, and after which exceptions
     * @return a call of its own
     * @throws IllegalArgumentException if this calls no function
     */
    public Delayed<T> retry(Retry policy) {
        return new Delayed<>(this, Handling.NONE.retry(policy));
    }

    /**
     * Gives a call like this one with a time that each attempt may take; after that it is interrupted and has failed. O(1).
     *
     * @param time how long, positive
     * @return a call of its own
     * @throws IllegalArgumentException if this calls no function
     */
    public Delayed<T> timeout(Duration time) {
        return new Delayed<>(this, Handling.NONE.timeout(time));
    }

    /**
     * Gives a call like this one with a limit that it shares with other tasks. O(1).
     *
     * @param limit the limit
     * @return a call of its own
     * @throws IllegalArgumentException if this calls no function
     */
    public Delayed<T> limit(Limit limit) {
        return new Delayed<>(this, Handling.NONE.limit(limit));
    }

    /**
     * Gives a call like this one with a priority: of several ready tasks the one with the lowest runs first. O(1).
     *
     * @param priority the priority; a task that has none has 0
     * @return a call of its own
     * @throws IllegalArgumentException if this calls no function
     */
    public Delayed<T> priority(int priority) {
        return new Delayed<>(this, Handling.NONE.priority(priority));
    }

    /**
     * Gives a call like this one with a result for when the last attempt threw an {@code Exception}. O(1).
     *
     * @param value the result instead; {@code null} is a value
     * @return a call of its own
     * @throws IllegalArgumentException if this calls no function
     */
    public Delayed<T> fallback(T value) {
        return fallbackTo(thrown -> value);
    }

    /**
     * Gives a call like this one with a function that makes the result when the last attempt threw an {@code Exception}. O(1).
     *
     * @param function takes what the last attempt threw
     * @return a call of its own
     * @throws IllegalArgumentException if this calls no function
     */
    public Delayed<T> fallbackTo(Fn1<? super Exception, ? extends T> function) {
        return new Delayed<>(this, Handling.NONE.fallbackTo(function));
    }

    // ---------------------------------------------------------------- running

    /**
     * Computes the result on the default scheduler, see {@link Schedulers#defaultScheduler}; inside a task, on the
     * scheduler that runs the task.
     *
     * @return the result; {@code null} is a value
     * @throws dev.bide.schedule.TaskFailedException if a task failed; it names the task and its line, and has what the task
     *     threw as its cause
     * @throws dev.bide.schedule.RunCancelledException if the waiting thread was interrupted; its interrupt flag is set
     */
    public T compute() {
        return start().get();
    }

    /**
     * Computes the result on a scheduler.
     *
     * @param scheduler where to run
     * @return the result; {@code null} is a value
     */
    public T compute(Scheduler scheduler) {
        return start(scheduler).get();
    }

    /**
     * Computes the result on a scheduler, with options.
     *
     * @param scheduler where to run
     * @param options what the run is asked for
     * @return the result; {@code null} is a value
     */
    public T compute(Scheduler scheduler, RunOptions options) {
        return start(scheduler, options).get();
    }

    /**
     * Starts to compute on the default scheduler and does not wait.
     *
     * @return the run
     */
    public Run<T> start() {
        return start(Schedulers.current());
    }

    /**
     * Starts to compute on a scheduler and does not wait, unless that scheduler uses the caller's thread.
     *
     * @param scheduler where to run
     * @return the run
     */
    public Run<T> start(Scheduler scheduler) {
        return start(scheduler, RunOptions.defaults());
    }

    /**
     * Starts to compute on a scheduler, with options, and does not wait.
     *
     * @param scheduler where to run
     * @param options what the run is asked for
     * @return the run
     */
    public Run<T> start(Scheduler scheduler, RunOptions options) {
        return new Compiled<T>(Plan.of(this)).start(scheduler, options);
    }

    /**
     * Makes the graph of what this result needs ready to be run often. O(size); a run that follows starts in O(size) too, but
     * several times faster.
     *
     * <pre>{@code
     * Compiled<Report> report = analysis.compile();
     * while (watching) {
     *     show(report.compute());                    // every task is called again
     * }
     * }</pre>
     *
     * @return the graph, ready
     */
    public Compiled<T> compile() {
        return new Compiled<>(Plan.of(this));
    }

    /**
     * Computes now on the default scheduler and keeps the result, so that graphs built on it do not compute it again.
     *
     * @return a {@code Delayed} that has its result
     */
    public Delayed<T> persist() {
        return persist(Schedulers.current());
    }

    /**
     * Computes now on a scheduler and keeps the result.
     *
     * @param scheduler where to run
     * @return a {@code Delayed} that has its result
     */
    public Delayed<T> persist(Scheduler scheduler) {
        return Bide.value(compute(scheduler));
    }

    // ---------------------------------------------------------------- looking

    /**
     * Gives the graph of what this result needs: names become keys, numbered where several calls share one. O(size).
     *
     * @return the graph; {@link Bide#delayed} leads back
     */
    public TaskGraph graph() {
        return TaskGraph.of(this);
    }

    /**
     * Draws the graph of what this result needs into a file, and runs nothing. O(size).
     *
     * @param file where to; its ending picks the format: {@code .txt}, {@code .dot} and {@code .mmd} (Mermaid) are always
     *     there, {@code .svg} and {@code .png} come with the module {@code bide-diagnostics}
     * @throws IllegalArgumentException if there is no writer for this ending
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public void visualize(Path file) {
        Drawing.draw(Plan.of(this), file);
    }

    /** Shows the name of the call and, if it was taken, its line. */
    @Override
    public String toString() {
        return "Delayed " + super.toString();
    }

    // ---------------------------------------------------------------- in functions that are sent

    /** One that a function has captured, on its way to another JVM. */
    private record Sent(int number) implements Serializable {
        Object readResolve() {
            Node node = Transit.node(number);
            return node instanceof Delayed ? node : new Delayed<>(Kind.ALIAS, node);
        }
    }

    private Object writeReplace() throws NotSerializableException {
        return new Sent(Transit.number(this));
    }
}
