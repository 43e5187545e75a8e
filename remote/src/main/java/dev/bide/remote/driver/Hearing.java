package dev.bide.remote.driver;

import dev.bide.graph.Detached;
import dev.bide.graph.Node;
import dev.bide.internal.run.Home;
import dev.bide.remote.Answer;
import dev.bide.remote.Command;
import dev.bide.remote.Event;
import dev.bide.remote.codec.Codec;
import dev.bide.remote.internal.wire.MalformedException;
import dev.bide.remote.internal.wire.Reader;
import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Unpacking;
import dev.bide.remote.internal.wire.Writer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hears what workers say, in the threads that bring it: values are decoded there, not in the driver's thread. What was said of a
 * run that has ended is dropped.
 */
final class Hearing {
    private final Driver driver;
    private final Codec codec;
    private final Arounds arounds;
    private final Map<Long, Expected> batches = new ConcurrentHashMap<>();
    private final Map<Long, Fetching> fetches = new ConcurrentHashMap<>();

    /** Results that come in pieces, and those that do not. */
    private record Fetching(Command.Fetch fetch, List<Integer> missing) {}

    Hearing(Driver driver) {
        this.driver = driver;
        this.codec = driver.codec;
        this.arounds = new Arounds(driver, this);
    }

    /** A worker is told the codec, and asked what time it is; when it has answered, the brain hears of it. */
    void greet(Peer peer) {
        driver.pool.send(
                peer.number, new Writer().octet(Tag.WELCOME).text(codec.name()).buffer());
        driver.pool.send(
                peer.number,
                new Writer().octet(Tag.PING).number(System.nanoTime()).buffer());
        if (driver.classFiles.others()) {
            askFirst(peer.number);
        }
    }

    void askFirst(int worker) {
        driver.pool.send(worker, new Writer().octet(Tag.ASK_FIRST).buffer());
    }

    /** In the driver's thread; gives which tasks of the batch are not for the worker, because their results are read here. */
    BitSet expect(Command.Submit submit, RemoteRun<?> run) {
        Expected batch = new Expected(submit, run);
        batches.put(batch.number, batch);
        return arounds.read(batch, submit);
    }

    void expect(Command.Fetch fetch) {
        fetches.put(fetch.fetch(), new Fetching(fetch, new ArrayList<>()));
    }

    void forget(int run) {
        fetches.values().removeIf(each -> each.fetch.run() == run);
        arounds.forget(batch -> batch.run.number == run);
        batches.values().removeIf(each -> each.run.number == run && forget(each));
    }

    /** What is around its calls may come to nothing now; of workers that are done with it the brain is to know. */
    private boolean forget(Expected batch) {
        if (batch.last) {
            tell(new Event.Answered(batch.worker, batch.number, List.of(), true, System.nanoTime()));
        }
        return true;
    }

    /** In the driver's thread. */
    void lost(int worker) {
        arounds.forget(batch -> batch.worker == worker);
    }

    void close() {
        arounds.close();
    }

    void take(Peer peer, ByteBuffer message) {
        try {
            Reader in = new Reader(message);
            switch (in.octet()) {
                case Tag.ANSWERED -> answered(peer, in);
                case Tag.FETCHED -> fetched(in);
                case Tag.PONG -> pong(peer, in);
                case Tag.STARTED -> started(peer, in);
                case Tag.COPIED -> copied(in);
                case Tag.CLASS -> classAsked(peer, in);
                default -> throw new MalformedException("a worker sent what only others send");
            }
        } catch (RuntimeException | LinkageError malformed) {
            driver.pool.dismiss(peer.number, "what it said made no sense: " + malformed);
        }
    }

    private void tell(Event event) {
        driver.mailbox.add(() -> driver.tell(event));
    }

    private void pong(Peer peer, Reader in) {
        long now = System.nanoTime();
        peer.pong(in.number(), in.number(), now);
        if (peer.isNew()) {
            tell(new Event.WorkerJoined(peer.number, peer.name, peer.threads, now));
        } else {
            tell(new Event.Ponged(peer.number, now));
        }
    }

    private void started(Peer peer, Reader in) {
        long batch = in.number();
        int task = in.small();
        long began = peer.toOurs(in.number());
        tell(new Event.Started(peer.number, batch, task, began, System.nanoTime()));
    }

    private void classAsked(Peer peer, Reader in) {
        long request = in.number();
        Writer out = new Writer().octet(Tag.CLASS_IS).number(request);
        driver.pool.send(
                peer.number,
                out.bytes(driver.classFiles.of(in.text(), in.number())).buffer());
    }

    private void copied(Reader in) {
        tell(new Event.Copied(in.number(), in.numbers(), System.nanoTime()));
    }

    // ---------------------------------------------------------------- results

    private void fetched(Reader in) {
        long number = in.number();
        if (Arounds.isFetch(number)) {
            in.number();
            arounds.fetched(number, in.count() == 1 && in.octet() == 1 ? in.bytes() : null);
            return;
        }
        Fetching fetching = fetches.get(number);
        RemoteRun<?> run = fetching == null ? null : driver.runs.get(fetching.fetch.run());
        if (fetching == null || run == null) {
            return;
        }
        int[] wanted = fetching.fetch.wanted();
        int from = in.small();
        int to = from + in.count();
        for (int i = from; i < to; i++) {
            if (in.octet() == 0) {
                fetching.missing.add(wanted[i]);
            } else if (!fetched(run, wanted[i], in.bytes())) {
                fetches.remove(number);
                return;
            }
        }
        if (to == wanted.length) {
            fetches.remove(number);
            int[] missing = fetching.missing.stream().mapToInt(task -> task).toArray();
            tell(new Event.Fetched(number, missing, System.nanoTime()));
        }
    }

    private boolean fetched(RemoteRun<?> run, int task, byte[] bytes) {
        try {
            run.fetched(task, codec.decode(bytes, 0, bytes.length));
            return true;
        } catch (RuntimeException | LinkageError | StackOverflowError undecodable) {
            driver.breakUp(
                    run,
                    new IllegalStateException(
                            "the result of task " + run.graph.key(task) + " cannot be read here: "
                                    + undecodable.getMessage(),
                            undecodable));
            return false;
        }
    }

    // ---------------------------------------------------------------- answers

    private void answered(Peer peer, Reader in) {
        long number = in.number();
        boolean last = in.octet() == 1;
        Expected expected = batches.get(number);
        if (expected == null || expected.worker != peer.number) {
            tell(new Event.Answered(peer.number, number, List.of(), last, System.nanoTime()));
            return;
        }
        List<Answer> answers = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            answers.add(answer(peer, expected, in));
        }
        long now = System.nanoTime();
        driver.mailbox.add(() -> {
            expected.last |= last;
            tell(expected, arounds.begin(expected, answers), now);
        });
    }

    /** In the driver's thread. The end of a batch is told when all that came of it has been. */
    void tell(Expected batch, List<Answer> answers, long now) {
        if (batch.isOver()) {
            batches.remove(batch.number);
        }
        driver.tell(new Event.Answered(batch.worker, batch.number, answers, batch.isOver(), now));
        if (driver.runs.containsKey(batch.run.number)) {
            driver.publish(batch.run);
        }
    }

    private Answer answer(Peer peer, Expected batch, Reader in) {
        int tag = in.octet();
        int task = in.small();
        int attempt = in.small();
        return switch (tag) {
            case Tag.NOT_RUN -> new Answer.NotRun(task, attempt);
            case Tag.INPUT_MISSING -> new Answer.InputMissing(task, attempt, in.numbers());
            case Tag.DONE -> {
                long bytes = in.number();
                yield new Answer.Done(task, attempt, bytes, peer.toOurs(in.number()), peer.toOurs(in.number()));
            }
            default -> {
                long began = peer.toOurs(in.number());
                long ended = peer.toOurs(in.number());
                yield rare(tag, new Attempted(batch, task, attempt, began, ended), in);
            }
        };
    }

    private record Attempted(Expected batch, int task, int attempt, long began, long ended) {
        RemoteRun<?> run() {
            return batch.run;
        }
    }

    private Answer rare(int tag, Attempted made, Reader in) {
        byte[] told = in.bytes();
        byte[] inputs = tag == Tag.THREW ? in.bytes() : new byte[0];
        try {
            if (tag == Tag.GREW) {
                Node more = Unpacking.graph(codec, made.run().graph.handles::node, new Reader(told));
                return new Answer.Grew(made.task(), made.attempt(), more, made.began(), made.ended());
            }
            if (tag == Tag.HOME) {
                home(made, codec.decode(told, 0, told.length));
                return new Answer.Done(made.task(), made.attempt(), 0, made.began(), made.ended());
            }
            if (!made.batch().fallback) {
                made.run().failures.inputs(made.task(), inputs);
            }
            Throwable thrown = (Throwable) Objects.requireNonNull(codec.decode(told, 0, told.length));
            return new Answer.Threw(made.task(), made.attempt(), thrown, made.began(), made.ended());
        } catch (MalformedException damaged) {
            throw damaged;
        } catch (RuntimeException | LinkageError | StackOverflowError unread) {
            return new Answer.Threw(made.task(), made.attempt(), unread(unread), made.began(), made.ended());
        }
    }

    static IllegalStateException unread(Throwable unread) {
        return new IllegalStateException(
                "what the task answered cannot be read by whoever started the run: " + unread.getMessage(), unread);
    }

    @SuppressWarnings("unchecked")
    private void home(Attempted made, @Nullable Object argument) {
        driver.mailbox.add(() -> {
            if (!made.run().comesHome(made.task())) {
                return;
            }
            Home<@Nullable Object> function = (Home<@Nullable Object>)
                    Objects.requireNonNull(Detached.functionOf(made.run().graph.node(made.task())));
            int run = made.run().number;
            driver.tell(new Event.Held(run, 1, System.nanoTime()));
            function.bring(argument, () -> tell(new Event.Held(run, -1, System.nanoTime())));
        });
    }
}
