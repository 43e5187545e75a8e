package dev.bide;

import dev.bide.graph.Fn1;
import dev.bide.graph.Kind;
import dev.bide.graph.Node;
import dev.bide.schedule.Scheduler;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several results to be, in order; as a {@link Delayed}, the list of them.
 *
 * <p>Immutable and safe to share between threads. Its own result is an unmodifiable list, which may hold {@code null}.
 *
 * @param <T> type of each result
 */
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

    /**
     * Collects the items of a list to be.
     *
     * <p>They are copied piece by piece. To G1 an array of a million references is old from the start, and each store of a
     * new call into it would cost a memory fence; a copy of a thousand costs one.
     */
    static final class Collected<T extends @Nullable Object> {
        private static final int PIECE = 1024;

        private Delayed<T>[] all;
        private final Delayed<T>[] piece;
        private int copied;
        private int more;

        Collected(int expected) {
            all = array(expected);
            piece = array(Math.min(PIECE, Math.max(1, expected)));
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
        Collected<T> calls = new Collected<>(size());
        for (Delayed<T> item : items) {
            calls.add(item.after(others));
        }
        return calls.list();
    }

    @Override
    public DelayedList<T> named(String name) {
        return new DelayedList<>(this, checkedName(name));
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
}
