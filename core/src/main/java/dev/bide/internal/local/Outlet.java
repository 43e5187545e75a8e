package dev.bide.internal.local;

import dev.bide.internal.run.Endings;
import dev.bide.internal.run.Home;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import java.time.Duration;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where the results of a run come out one by one: a task for each result puts it in, one thread takes them out.
 *
 * <p>What lies here counts as a live result of the run until it is taken, and so holds the run back. On the caller's thread,
 * which would have to put and take at the same time, a result goes straight to who consumes it.
 *
 * @param <T> type of the results
 */
public final class Outlet<T extends @Nullable Object> implements Home<T> {
    private static final long serialVersionUID = 1L;
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final transient BlockingQueue<Item<T>> items = new LinkedBlockingQueue<>();
    private transient @Nullable Thread consuming;
    private transient @Nullable Consumer<? super T> consumer;
    private transient @Nullable Throwable thrown;

    /** Makes an outlet of which nothing has come. */
    public Outlet() {}

    /** A result that waits to be taken, or the end of all. */
    private record Item<T extends @Nullable Object>(
            @Nullable T value,
            boolean end,
            @Nullable RankedQueue from,
            @Nullable Runnable taken) {}

    /** Puts a result in: what the task does. */
    @Override
    public void run(T value) {
        Consumer<? super T> direct = consumer;
        if (direct != null && Thread.currentThread().equals(consuming)) {
            accept(direct, value);
            return;
        }
        Slot slot = Slot.current();
        RankedQueue from = slot == null ? null : slot.run.bounded;
        if (from != null) {
            from.hold();
        }
        items.add(new Item<>(value, false, from, null));
    }

    @Override
    public void bring(T value, Runnable taken) {
        items.add(new Item<>(value, false, null, taken));
    }

    private void accept(Consumer<? super T> direct, T value) {
        try {
            direct.accept(value);
        } catch (RuntimeException | Error failure) {
            thrown = failure;
            throw failure;
        }
    }

    /**
     * Gives the results as they come. The run starts when the stream is asked for the first.
     *
     * @param size how many there will be
     * @param start starts the run
     * @return the stream; closing it cancels the run
     */
    public Stream<T> stream(long size, Supplier<Run<?>> start) {
        Results results = new Results(size, start);
        return StreamSupport.stream(results, false).onClose(results::close);
    }

    /** The taking side: one thread's. */
    private final class Results extends Spliterators.AbstractSpliterator<T> {
        private final Supplier<Run<?>> start;
        private @Nullable Run<?> run;
        private boolean over;
        private int taken;

        Results(long size, Supplier<Run<?>> start) {
            super(size, Spliterator.IMMUTABLE);
            this.start = start;
        }

        @SuppressWarnings("FutureReturnValueIgnored") // what it gives is put among the items
        private Run<?> started() {
            Run<?> known = run;
            if (known == null) {
                known = start.get();
                run = known;
                known.toCompletableFuture()
                        .whenComplete((ended, failure) -> items.add(new Item<>(null, true, null, null)));
            }
            return known;
        }

        @Override
        @SuppressWarnings("NullAway") // takes a T that may be a nullable type for a T or null
        public boolean tryAdvance(Consumer<? super T> action) {
            if (over) {
                return false;
            }
            Item<T> item = take(started());
            if (item.end()) {
                over = true;
                started().get();
                return false;
            }
            action.accept(item.value());
            taken(item.from());
            if (item.taken() != null) {
                item.taken().run();
            }
            return true;
        }

        private void taken(@Nullable RankedQueue from) {
            if (from != null) {
                taken++;
                if (items.isEmpty() || taken >= from.batch()) {
                    from.letGo(taken);
                    taken = 0;
                }
            }
        }

        @Override
        public void forEachRemaining(Consumer<? super T> action) {
            consuming = Thread.currentThread();
            consumer = action;
            try {
                super.forEachRemaining(action);
            } catch (RuntimeException | Error failure) {
                close();
                rethrow(thrown);
                throw failure;
            } finally {
                consumer = null;
            }
        }

        /** What the consumer threw has failed its task, and shall come out as it was. */
        private static void rethrow(@Nullable Throwable failure) {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }

        /** In a task, where it must not hold up the pool, the thread works for the run meanwhile. */
        private Item<T> take(Run<?> from) {
            try {
                Item<T> item = items.poll();
                while (item == null) {
                    item = Slot.current() == null ? items.take() : helpAndPoll(from);
                }
                return item;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                close();
                throw new RunCancelledException(Endings.INTERRUPTED);
            }
        }

        private @Nullable Item<T> helpAndPoll(Run<?> from) throws InterruptedException {
            try {
                from.get(MOMENT);
                return items.take();
            } catch (TimeoutException notYet) {
                return items.poll();
            } catch (RuntimeException ended) {
                return items.poll(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        /** Whoever takes no more wants no more; when this returns, no task of the run is running. */
        void close() {
            over = true;
            if (run != null && run.cancel()) {
                try {
                    run.get();
                } catch (RuntimeException cancelled) {
                    items.clear();
                }
            }
        }
    }
}
