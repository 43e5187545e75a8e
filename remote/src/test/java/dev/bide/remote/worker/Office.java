package dev.bide.remote.worker;

import dev.bide.remote.codec.Codec;
import dev.bide.remote.internal.wire.Reader;
import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Writer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Workers that talk to each other in memory, and the driver's end of each. */
final class Office implements AutoCloseable {
    static final Codec CODEC = Codec.jdk();
    private static final long PATIENCE = 30;

    private final Map<String, Side> sides = new ConcurrentHashMap<>();

    Side worker(String name) {
        return worker(new WorkerSettings(name, 1, Office.class.getClassLoader()), "jdk");
    }

    Side worker(WorkerSettings settings, String codec) {
        Side side = unwelcomed(settings);
        side.say(new Writer().octet(Tag.WELCOME).text(codec));
        return side;
    }

    /** One that has not been told the codec. */
    Side unwelcomed(WorkerSettings settings) {
        Side side = new Side(settings.name());
        side.node = new WorkerNode(settings, side);
        sides.put(settings.name(), side);
        return side;
    }

    @Override
    public void close() {
        sides.values().forEach(side -> side.node().close());
    }

    /** One answer in {@link Tag#ANSWERED}. */
    record Answer(int what, int task, int attempt, long size, byte[] value, byte[] inputs, List<Integer> missing) {
        Throwable thrown() {
            return (Throwable) Objects.requireNonNull(decoded(value));
        }

        @Override
        public String toString() {
            return what + " of task " + task;
        }
    }

    static Object decoded(byte[] bytes) {
        return CODEC.decode(bytes, 0, bytes.length);
    }

    static ByteBuffer joined(ByteBuffer... parts) {
        int size = 0;
        for (ByteBuffer part : parts) {
            size += part.remaining();
        }
        ByteBuffer whole = ByteBuffer.allocate(size);
        for (ByteBuffer part : parts) {
            whole.put(part.duplicate());
        }
        return whole.flip();
    }

    /** A worker, and what it says. */
    final class Side implements Link {
        final String name;
        int pieces;
        final BlockingQueue<ByteBuffer[]> told = new LinkedBlockingQueue<>();
        final List<Integer> peerTags = new CopyOnWriteArrayList<>();
        final BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();
        volatile boolean holds;
        private WorkerNode node;

        Side(String name) {
            this.name = name;
        }

        WorkerNode node() {
            return node;
        }

        @Override
        public void toDriver(ByteBuffer... message) {
            Reader in = new Reader(joined(message));
            if (in.octet() == Tag.CLASS) {
                hasNoClass(in.number());
            } else {
                told.add(message);
            }
        }

        private void hasNoClass(long request) {
            node.fromDriver(new Writer()
                    .octet(Tag.CLASS_IS)
                    .number(request)
                    .bytes(new byte[0])
                    .buffer());
        }

        @Override
        public void toPeer(String address, ByteBuffer... message) {
            ByteBuffer whole = joined(message);
            peerTags.add((int) whole.get(0));
            Runnable delivery = () -> {
                Side peer = sides.get(address);
                if (peer == null) {
                    node.peerLost(address);
                } else {
                    peer.node.fromPeer(name, whole);
                }
            };
            if (holds) {
                held.add(delivery);
            } else {
                delivery.run();
            }
        }

        /** Delivers what was held back. */
        void deliver() {
            holds = false;
            for (Runnable next = held.poll(); next != null; next = held.poll()) {
                next.run();
            }
        }

        void say(Writer message) {
            node.fromDriver(ByteBuffer.wrap(message.toBytes()));
        }

        Asking ask(long batch, int run) {
            return new Asking(this, batch, run);
        }

        ByteBuffer[] parts() {
            try {
                return Objects.requireNonNull(told.poll(PATIENCE, TimeUnit.SECONDS), "nothing was said");
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        /** The next message; its tag must be the one expected. What tasks the worker is at it may tell at any time. */
        Reader hear(int tag) {
            Reader in = new Reader(joined(parts()));
            int found = in.octet();
            if (found == Tag.STARTED && tag != found) {
                return hear(tag);
            }
            if (found != tag) {
                throw new AssertionError("heard " + found + ", not " + tag);
            }
            return in;
        }

        /** All answers of a batch, in however many messages they come. */
        List<Answer> answers(long batch) {
            List<Answer> answers = new ArrayList<>();
            boolean last = false;
            while (!last) {
                last = some(batch, answers);
            }
            return answers;
        }

        /** The answers in the next message; tells whether it is the last. */
        boolean some(long batch, List<Answer> answers) {
            Reader in = hear(Tag.ANSWERED);
            long number = in.number();
            if (number != batch) {
                throw new AssertionError("heard of batch " + number + ", not " + batch);
            }
            return some(in, answers);
        }

        boolean some(Reader in, List<Answer> answers) {
            boolean last = in.octet() == 1;
            for (int left = in.count(); left > 0; left--) {
                answers.add(answer(in));
            }
            return last;
        }

        private Answer answer(Reader in) {
            int what = in.octet();
            int task = in.small();
            int attempt = in.small();
            long size = what == Tag.DONE ? in.number() : 0;
            byte[] value = {};
            byte[] inputs = {};
            List<Integer> missing = new ArrayList<>();
            if (what == Tag.INPUT_MISSING) {
                for (int each : in.numbers()) {
                    missing.add(each);
                }
            } else if (what != Tag.NOT_RUN) {
                long began = in.number();
                long ended = in.number();
                if (began > ended) {
                    throw new AssertionError("ended before it began");
                }
                value = what == Tag.DONE ? value : in.bytes();
                inputs = what == Tag.THREW ? in.bytes() : inputs;
            }
            return new Answer(what, task, attempt, size, value, inputs, missing);
        }

        void forget(int run) {
            say(new Writer().octet(Tag.FORGET).number(run));
        }

        void release(int run, int task) {
            say(new Writer()
                    .octet(Tag.RELEASE)
                    .number(run)
                    .number(1)
                    .number(task)
                    .number(1));
        }

        void interrupt(long batch) {
            say(new Writer().octet(Tag.INTERRUPT).number(batch));
        }

        /** The results of first attempts, "missing" where there is none. */
        List<Object> fetch(int run, int... tasks) {
            Writer out = new Writer().octet(Tag.FETCH).number(5).number(run).number(tasks.length);
            for (int task : tasks) {
                out.number(task).number(1);
            }
            say(out);
            List<Object> values = new ArrayList<>();
            while (values.size() < tasks.length) {
                Reader in = hear(Tag.FETCHED);
                if (in.number() != 5 || in.number() != values.size()) {
                    throw new AssertionError("another fetch, or another piece");
                }
                for (int left = in.count(); left > 0; left--) {
                    values.add(in.octet() == 0 ? "missing" : decoded(in.bytes()));
                }
                pieces++;
            }
            return values;
        }
    }

    /** Waits until a thread has ended. */
    static void awaitEnd(Thread thread) throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE));
    }

    /** Keeps the processor busy for longer than a worker keeps answers back. */
    static void dawdle() {
        long from = System.nanoTime();
        while (System.nanoTime() - from < TimeUnit.MILLISECONDS.toNanos(30)) {
            Thread.onSpinWait();
        }
    }
}
