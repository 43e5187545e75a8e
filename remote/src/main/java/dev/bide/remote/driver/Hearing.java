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
    private final Map<Long, RemoteRun<?>> batches = new ConcurrentHashMap<>();
    private final Map<Long, Command.Fetch> fetches = new ConcurrentHashMap<>();

    Hearing(Driver driver) {
        this.driver = driver;
        this.codec = driver.codec;
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

    void expect(Command.Submit submit, RemoteRun<?> run) {
        batches.put(submit.batch(), run);
    }

    void expect(Command.Fetch fetch) {
        fetches.put(fetch.fetch(), fetch);
    }

    void forget(int run) {
        batches.values().removeIf(each -> each.number == run);
        fetches.values().removeIf(each -> each.run() == run);
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
        Command.Fetch fetch = fetches.remove(number);
        RemoteRun<?> run = fetch == null ? null : driver.runs.get(fetch.run());
        if (fetch == null || run == null) {
            return;
        }
        int[] missing = new int[fetch.wanted().length];
        int count = 0;
        int values = in.count();
        for (int i = 0; i < values; i++) {
            if (in.octet() == 0) {
                missing[count++] = fetch.wanted()[i];
            } else if (!fetched(run, fetch.wanted()[i], in.bytes())) {
                return;
            }
        }
        tell(new Event.Fetched(number, java.util.Arrays.copyOf(missing, count), System.nanoTime()));
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
        long batch = in.number();
        boolean last = in.octet() == 1;
        RemoteRun<?> run = last ? batches.remove(batch) : batches.get(batch);
        List<Answer> answers = new ArrayList<>();
        for (int left = in.count(); left > 0 && run != null; left--) {
            answers.add(answer(peer, run, in));
        }
        Event event = new Event.Answered(peer.number, batch, answers, last, System.nanoTime());
        driver.mailbox.add(() -> {
            driver.tell(event);
            if (run != null && driver.runs.containsKey(run.number)) {
                driver.publish(run);
            }
        });
    }

    private Answer answer(Peer peer, RemoteRun<?> run, Reader in) {
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
                yield rare(tag, new Attempted(run, task, attempt, began, ended), in);
            }
        };
    }

    private record Attempted(RemoteRun<?> run, int task, int attempt, long began, long ended) {}

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
            made.run().failures.inputs(made.task(), inputs);
            Throwable thrown = (Throwable) Objects.requireNonNull(codec.decode(told, 0, told.length));
            return new Answer.Threw(made.task(), made.attempt(), thrown, made.began(), made.ended());
        } catch (MalformedException damaged) {
            throw damaged;
        } catch (RuntimeException | LinkageError | StackOverflowError unread) {
            IllegalStateException thrown = new IllegalStateException(
                    "what the task answered cannot be read by whoever started the run: " + unread.getMessage(), unread);
            return new Answer.Threw(made.task(), made.attempt(), thrown, made.began(), made.ended());
        }
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
