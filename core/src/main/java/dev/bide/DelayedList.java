package dev.bide;

import dev.bide.graph.Fn1;
import dev.bide.graph.Kind;
import dev.bide.graph.Limit;
import dev.bide.graph.Node;
import dev.bide.graph.Retry;
import dev.bide.graph.Transit;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Several results to be, in order; as a {@link Delayed}, the list of them.
 *
 * <p>Immutable and safe to share between threads. Its own result is an unmodifiable list, which may hold {@code null}.
 *
 * @param <T> type of each result
 */
@SuppressWarnings("serial") // what is sent is a number for each
public final class DelayedList<T extends @Nullable Object> extends Delayed<List<T>> implements Iterable<Delayed<T>> {
    private final List<Delayed<T>> items;

    private DelayedList(Delayed<T>[] items) {
        super(Kind.GATHER, null, items);
        this.items = Collections.unmodifiableList(Arrays.asList(items));
    }

    private DelayedList(DelayedList<T> like, @Nullable String name, Node... after) {
        super(like, name, after);
        this.items = like.items;
    }

    static <T extends @Nullable Object> DelayedList<T> of(Collection<? extends Delayed<? extends T>> items) {
        Collected<T> collected = new Collected<>(items.size());
        for (Delayed<? extends T> item : items) {
            collected.add(item);
        }
        return collected.list();
    }

    /** The elements again, of an iterable that gives an iterator: one of the user's may not. */
    static <E extends @Nullable Object> Iterable<E> iterated(Iterable<E> each) {
        Iterator<E> elements = Objects.requireNonNull(each.iterator(), "the elements to call with have no iterator");
        return () -> elements;
    }

    /**
     * Collects the items of a list to be.
     *
     * <p>They are copied piece by piece. To G1 an array of a million references is old from the start, and each store of a
     * new call into it would cost a memory fence; a copy of a thousand costs one.
     */
    static final class Collected<T extends @Nullable Object> {
        private static final int PIECE = 1024;

        /** A collection of the user's may claim to have any size. */
        private static final int BELIEVED = 1 << 22;

        private Delayed<T>[] all;
        private final Delayed<T>[] piece;
        private int copied;
        private int more;

        Collected(int expected) {
            int believed = Math.max(0, Math.min(BELIEVED, expected));
            all = array(believed);
            piece = array(Math.min(PIECE, Math.max(1, believed)));
        }

        static <T extends @Nullable Object> Collected<T> asManyAs(Iterable<?> elements) {
            return new Collected<>(elements instanceof Collection<?> all ? all.size() : PIECE);
        }

        @SuppressWarnings("unchecked")
        void add(Delayed<? extends T> item) {
            if (more == piece.length) {
                copy();
            }
            piece[more] = (Delayed<T>) argument(item, copied + more + 1);
            more++;
        }

        private void copy() {
            if (copied + more > all.length) {
                all = Arrays.copyOf(all, Math.max(2 * all.length, copied + more));
            }
            System.arraycopy(piece, 0, all, copied, more);
            copied += more;
            more = 0;
        }

        DelayedList<T> list() {
            copy();
            return new DelayedList<>(copied == all.length ? all : Arrays.copyOf(all, copied));
        }
    }

    /** A result to be is only ever read, so one of a subtype is one of the type. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T extends @Nullable Object> Delayed<T>[] array(int length) {
        return new Delayed[length];
    }

    /**
     * Gives the number of results.
     *
     * @return how many
     */
    public int size() {
        return items.size();
    }

    /**
     * Gives one of the results to be. O(1).
     *
     * @param index its position, from 0
     * @return the {@code Delayed} there
     * @throws IndexOutOfBoundsException if there is none
     */
    public Delayed<T> get(int index) {
        return items.get(index);
    }

    /** Goes through the results to be, in order. */
    @Override
    public Iterator<Delayed<T>> iterator() {
        return items.iterator();
    }

    /**
     * Calls a function with each result, lazily. O(size).
     *
     * @param function what to call
     * @param <R> type of its result
     * @return the function's results to be, in the same order
     */
    public <R extends @Nullable Object> DelayedList<R> each(Fn1<? super T, ? extends R> function) {
        Collected<R> calls = new Collected<>(size());
        for (Delayed<T> item : items) {
            calls.add(item.then(function));
        }
        return calls.list();
    }

    /** Gives calls like these, each of which runs only after the others have run. O(size × number of others). */
    @Override
    public DelayedList<T> after(Delayed<?>... others) {
        return changed(item -> item.after(others));
    }

    @Override
    public DelayedList<T> named(String name) {
        return new DelayedList<>(this, checkedName(name));
    }

    /** Gives calls like these, each with further attempts. O(size). */
    @Override
    public DelayedList<T> retry(int retries) {
        return retry(Retry.times(retries));
    }

    /** Gives calls like these, each with further attempts. O(size). */
    @Override
    public DelayedList<T> retry(Retry policy) {
        return changed(item -> item.retry(policy));
    }

    /** Gives calls like these, each with a time that its attempts may take. O(size). */
    @Override
    public DelayedList<T> timeout(Duration time) {
        return changed(item -> item.timeout(time));
    }

    /** Gives calls like these, each with the limit. O(size). */
    @Override
    public DelayedList<T> limit(Limit limit) {
        return changed(item -> item.limit(limit));
    }

    /** Gives calls like these, each with the priority. O(size). */
    @Override
    public DelayedList<T> priority(int priority) {
        return changed(item -> item.priority(priority));
    }

    private DelayedList<T> changed(UnaryOperator<Delayed<T>> change) {
        Collected<T> calls = new Collected<>(size());
        for (Delayed<T> item : items) {
            calls.add(change.apply(item));
        }
        return calls.list();
    }

    // ---------------------------------------------------------------- outcomes

    /**
     * Computes all on the default scheduler and gives what became of each, so that no result is lost because another task
     * failed. Whatever does not depend on a failed task is run.
     *
     * @return an outcome for each, in order
     */
    public List<Outcome<T>> computeOutcomes() {
        return computeOutcomes(Schedulers.current());
    }

    /**
     * Computes all on a scheduler and gives what became of each. Whatever does not depend on a failed task is run.
     *
     * @param scheduler where to run
     * @return an outcome for each, in order
     */
    public List<Outcome<T>> computeOutcomes(Scheduler scheduler) {
        return computeOutcomes(scheduler, RunOptions.defaults().keepGoing());
    }

    /**
     * Computes all on a scheduler, with options, and gives what became of each: where the options do not {@linkplain
     * RunOptions#keepGoing keep going}, the first failure cancels the rest. If the waiting thread is interrupted, that cancels
     * the rest too, and its interrupt flag is set again.
     *
     * @param scheduler where to run
     * @param options what the run is asked for
     * @return an outcome for each, in order
     */
    public List<Outcome<T>> computeOutcomes(Scheduler scheduler, RunOptions options) {
        Delayed<List<Outcome<T>>> root = new Delayed<>(Kind.OUTCOMES, null, items.toArray(new Node[0]));
        return root.compute(scheduler, options);
    }

    @Override
    public DelayedList<T> persist() {
        return persist(Schedulers.current());
    }

    /** Computes all now, in one run, and keeps each result. */
    @Override
    @SuppressWarnings("NullAway") // takes a T that may be a nullable type for a T or null
    public DelayedList<T> persist(Scheduler scheduler) {
        Collected<T> values = new Collected<>(size());
        for (T result : compute(scheduler)) {
            values.add(Bide.value(result));
        }
        return values.list();
    }

    /** One that a function has captured, on its way to another JVM. */
    private record Sent(int number, List<Delayed<?>> items) implements Serializable {
        Object readResolve() {
            if (Transit.node(number) instanceof DelayedList<?> known) {
                return known;
            }
            DelayedList<?> list = of(List.copyOf(items));
            Transit.arrived(number, list);
            return list;
        }
    }

    private Object writeReplace() throws NotSerializableException {
        return new Sent(Transit.number(this), new ArrayList<>(items));
    }
}
