package dev.bide.cluster.ignite;

import dev.bide.remote.worker.Inbox;
import dev.bide.remote.worker.Link;
import dev.bide.remote.worker.WorkerSettings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/**
 * What tests put on workers: says everything back to the driver, and does a few things when a message begins with a word for it.
 * All replies are text.
 *
 * @param settings what it was told
 * @param link how it reaches others
 */
record EchoInbox(WorkerSettings settings, Link link) implements Inbox {
    /** Makes them, on the workers. */
    static final class Maker implements Inbox.Maker {
        @Override
        public Inbox make(WorkerSettings settings, Link link) {
            return new EchoInbox(settings, link);
        }
    }

    @Override
    public void fromDriver(ByteBuffer message) {
        if (message.remaining() > 1000 || message.remaining() < 5) {
            link.toDriver(message);
            return;
        }
        String text = text(message);
        String[] words = text.split(" ", 3);
        switch (words[0]) {
            case "call" -> link.toDriver(bytes(call(words[1])));
            case "peer" -> link.toPeer(words[1], bytes(words[2]));
            case "threads" -> link.toDriver(bytes(settings.name() + " " + settings.threads()));
            default -> link.toDriver(message);
        }
    }

    /** Runs a class of that name, found as tasks find theirs. */
    private String call(String name) {
        try {
            Callable<?> task = Class.forName(name, true, settings.loader())
                    .asSubclass(Callable.class)
                    .getDeclaredConstructor()
                    .newInstance();
            return String.valueOf(task.call());
        } catch (Exception | LinkageError e) {
            return e.toString();
        }
    }

    @Override
    public void fromPeer(String address, ByteBuffer message) {
        link.toDriver(bytes("from " + address + ": " + text(message)));
    }

    @Override
    public void peerLost(String address) {
        link.toDriver(bytes("lost " + address));
    }

    @Override
    public void close() {}

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(ByteBuffer message) {
        return StandardCharsets.UTF_8.decode(message.duplicate()).toString();
    }
}
