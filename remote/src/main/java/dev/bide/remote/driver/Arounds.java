package dev.bide.remote.driver;

import dev.bide.Bide;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.graph.Rewriting.Ran;
import dev.bide.remote.Answer;
import dev.bide.remote.Command;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Does what has been put around calls, between a worker's answer and the brain that hears of it. A result is fetched for that,
 * and stays at the worker; one that is there already is read, and given to a worker as a value.
 *
 * <p>That may read and write files, so it has threads of its own. All methods but {@link #fetched} are for the driver's.
 */
final class Arounds {
    private static final int LEAST_THREADS = 4;
    private static final long IDLE_SECONDS = 5;

    private final Driver driver;
    private final Hearing hearing;
    private final int most;
    private final Map<Long, Fetch> fetches = new ConcurrentHashMap<>();
    private final Deque<Fetch> waiting = new ArrayDeque<>();
    private final ThreadPoolExecutor threads;
    private long lastFetch;

    /** A result on its way here. */
    private record Fetch(Expected batch, Answer.Done made) {}

    Arounds(Driver driver, Hearing hearing) {
        this.driver = driver;
        this.hearing = hearing;
        this.most = Math.max(LEAST_THREADS, Runtime.getRuntime().availableProcessors());
        this.threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bide-driver-around");
        thread.setDaemon(true);
        thread.setContextClassLoader(driver.loader);
        return thread;
    }

    /** Begins to read the results that are there already; gives their places in the batch. */
    BitSet read(Expected batch, Command.Submit submit) {
        RunGraph graph = batch.run.graph;
        BitSet read = new BitSet();
        for (int i = 0; i < submit.tasks().length; i++) {
            int task = submit.tasks()[i];
            if (graph.isValue(task)) {
                batch.values.set(task);
            } else if (graph.isToRead(task)) {
                read.set(i);
                int attempt = submit.attempts()[i];
                long began = System.nanoTime();
                batch.open++;
                work(batch, task, attempt, began, () -> read(graph, task, attempt, began));
            }
        }
        batch.last = read.cardinality() == submit.tasks().length;
        return read;
    }

    private static Answer read(RunGraph graph, int task, int attempt, long began) throws Exception {
        Node more = more(graph, task, new Ran(null, Duration.ZERO));
        return Plan.isValue(more)
                ? isNow(graph, task, attempt, more)
                : new Answer.Grew(task, attempt, more, began, System.nanoTime());
    }

    /** With its value known, the task is as one that has not been given to a worker yet. */
    private static Answer isNow(RunGraph graph, int task, int attempt, Node value) {
        graph.isNow(task, value);
        return new Answer.NotRun(task, attempt);
    }

    private static @Nullable Object around(RunGraph graph, int task, Ran body) throws Exception {
        return graph.planOf(task).around(graph.local(task), body);
    }

    private static Node more(RunGraph graph, int task, Ran body) throws Exception {
        Object more = around(graph, task, body);
        return (Node) Objects.requireNonNull(more, "what is around a call that goes on with a node gave null");
    }

    /** Gives the answers that have nothing around them; the others are told by and by. */
    List<Answer> begin(Expected batch, List<Answer> answers) {
        List<Answer> bare = new ArrayList<>(answers.size());
        for (Answer answer : answers) {
            if (batch.fallback || !batch.run.graph.isWrapped(answer.task()) || !begin(batch, answer)) {
                bare.add(answer);
            }
        }
        return bare;
    }

    private boolean begin(Expected batch, Answer answer) {
        RunGraph graph = batch.run.graph;
        int task = answer.task();
        if (answer instanceof Answer.Grew grew) {
            batch.open++;
            work(batch, task, grew.attempt(), grew.began(), () -> grew(graph, grew));
            return true;
        }
        if (!(answer instanceof Answer.Done done)) {
            return false;
        }
        boolean known = batch.values.get(task);
        if (known) {
            graph.letGo(task);
        }
        if (known || graph.planOf(task).expands(graph.local(task))) {
            return false;
        }
        batch.open++;
        waiting.add(new Fetch(batch, done));
        fetchMore();
        return true;
    }

    /** No more than can be worked at soon, so that results do not fill this JVM. */
    private void fetchMore() {
        while (!waiting.isEmpty() && fetches.size() + threads.getQueue().size() < most) {
            Fetch fetch = waiting.remove();
            fetches.put(--lastFetch, fetch);
            int[] task = {fetch.made.task()};
            int[] attempt = {fetch.made.attempt()};
            ByteBuffer asked = Orders.fetch(lastFetch, fetch.batch.run.number, task, attempt)
                    .buffer();
            driver.pool.send(fetch.batch.worker, asked);
        }
    }

    private static Answer grew(RunGraph graph, Answer.Grew grew) throws Exception {
        Ran body = new Ran(grew.more(), Duration.ofNanos(grew.ended() - grew.began()));
        Node more = more(graph, grew.task(), body);
        return new Answer.Grew(grew.task(), grew.attempt(), more, grew.began(), grew.ended());
    }

    /** Whether a fetch is not the brain's. */
    static boolean isFetch(long number) {
        return number < 0;
    }

    /** A result has come, or could not. In the thread that brings it. */
    void fetched(long number, byte @Nullable [] value) {
        Fetch fetch = fetches.remove(number);
        if (fetch != null) {
            Answer.Done made = fetch.made;
            work(fetch.batch, made.task(), made.attempt(), made.began(), () -> done(fetch, decoded(value)));
        }
    }

    /** What is around a call may give something else than that did. */
    @SuppressWarnings("ReferenceEquality") // equals would be the user's code
    private static Answer done(Fetch fetch, @Nullable Object result) throws Exception {
        Answer.Done made = fetch.made;
        RunGraph graph = fetch.batch.run.graph;
        Object given = around(graph, made.task(), new Ran(result, Duration.ofNanos(made.ended() - made.began())));
        return given == result ? made : isNow(graph, made.task(), made.attempt(), Bide.value(given));
    }

    private @Nullable Object decoded(byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalStateException("the result of this task could not be sent to whoever started the run");
        }
        try {
            return driver.codec.decode(value, 0, value.length);
        } catch (RuntimeException | LinkageError | StackOverflowError unread) {
            throw Hearing.unread(unread);
        }
    }

    private void work(Expected batch, int task, int attempt, long began, Callable<Answer> work) {
        threads.execute(() -> {
            Answer answer = answer(task, attempt, began, work);
            driver.mailbox.add(() -> {
                batch.open--;
                fetchMore();
                hearing.tell(batch, List.of(answer), System.nanoTime());
            });
        });
    }

    private static Answer answer(int task, int attempt, long began, Callable<Answer> work) {
        try {
            return work.call();
        } catch (Throwable thrown) { // what is around a call may throw anything
            return new Answer.Threw(task, attempt, thrown, began, System.nanoTime());
        }
    }

    /** Lets go of results that will not come, or are of no use any more. */
    void forget(Predicate<Expected> which) {
        fetches.values().removeIf(each -> which.test(each.batch));
        waiting.removeIf(each -> which.test(each.batch));
        fetchMore();
    }

    void close() {
        threads.shutdown();
    }
}
