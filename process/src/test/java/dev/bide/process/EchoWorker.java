package dev.bide.process;

import dev.bide.remote.worker.Inbox;
import dev.bide.remote.worker.Link;
import dev.bide.remote.worker.WorkerSettings;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** A worker that does what messages say; the first byte is the order. */
final class EchoWorker implements Inbox {
    static final byte ECHO = 'e';
    static final byte TO_PEER = 'p';
    static final byte FROM_PEER = 'q';
    static final byte PRINT = 'o';
    static final byte COMPLAIN = 'c';
    static final byte EXIT = 'x';
    static final byte THROW = 't';
    static final byte DEAF = 'd';
    static final byte TELL = 'i';
    static final byte NOTE = 'n';

    private final WorkerSettings settings;
    private final Link link;

    private EchoWorker(WorkerSettings settings, Link link) {
        this.settings = settings;
        this.link = link;
    }

    public static void main(String[] args) {
        WorkerMain.run(args, EchoWorker::new);
    }

    @Override
    public void fromDriver(ByteBuffer message) {
        switch (message.get(0)) {
            case ECHO -> link.toDriver(message);
            case TO_PEER -> passOn(message);
            case PRINT -> System.out.println(text(message));
            case COMPLAIN -> System.err.println(text(message));
            case EXIT -> System.exit(Integer.parseInt(text(message)));
            case DEAF -> deaf();
            case NOTE -> link.atWork(0, 3, Integer.parseInt(text(message)));
            case TELL -> link.toDriver(bytes(told(text(message))));
            default -> throw new IllegalStateException("told to throw");
        }
    }

    @Override
    public void fromPeer(String address, ByteBuffer message) {
        switch (message.get(0)) {
            case FROM_PEER -> link.toPeer(address, message.put(0, ECHO));
            default -> link.toDriver(message);
        }
    }

    @Override
    public void peerLost(String address) {
        link.toDriver(bytes("lost " + address));
    }

    @Override
    public void close() {}

    static String text(ByteBuffer message) {
        return StandardCharsets.UTF_8
                .decode(message.slice(1, message.remaining() - 1))
                .toString();
    }

    static ByteBuffer bytes(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }

    /** The address, a space, and what to send there. */
    private void passOn(ByteBuffer message) {
        int end = 1;
        while (message.get(end) != ' ') {
            end++;
        }
        String address =
                StandardCharsets.UTF_8.decode(message.slice(1, end - 1)).toString();
        link.toPeer(address, message.slice(end, message.remaining() - end).put(0, FROM_PEER));
    }

    private String told(String what) {
        return switch (what) {
            case "settings" -> settings.name() + " " + settings.threads();
            case "pid" -> "" + ProcessHandle.current().pid();
            case "loader" ->
                "" + settings.loader().equals(Thread.currentThread().getContextClassLoader());
            case "flags" ->
                ManagementFactory.getRuntimeMXBean().getInputArguments().toString();
            default -> System.getProperty(what, "" + System.getenv(what));
        };
    }

    /** Tasks that nothing stops. */
    private static void deaf() {
        for (int i = 0; i < 2; i++) {
            new Thread(() -> {
                        while (true) {
                            LockSupport.park();
                        }
                    })
                    .start();
        }
    }
}
