package dev.bide.process;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One thread that writes what connections would not take at once, and notices those whose other end is gone. */
final class Postman implements AutoCloseable {
    private final Selector selector;
    private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();

    private Postman(Selector selector) {
        this.selector = selector;
    }

    static Postman start() throws IOException {
        Postman postman = new Postman(Selector.open());
        Daemon.start("postman", postman::run);
        return postman;
    }

    /** From now on notices the end of a connection. */
    void visits(Sender sender, SocketChannel channel) throws IOException {
        channel.register(selector, SelectionKey.OP_READ, sender);
    }

    /** Goes on writing as soon as the connection takes more. */
    void takeOver(SocketChannel channel) {
        later(() -> {
            SelectionKey key = channel.keyFor(selector);
            if (key != null) {
                key.interestOpsOr(SelectionKey.OP_WRITE);
            }
        });
    }

    /** Does something on the postman's thread. */
    void later(Runnable errand) {
        errands.add(errand);
        selector.wakeup();
    }

    @Override
    public void close() {
        try {
            selector.close();
        } catch (IOException e) {
            // Its thread ends either way.
        }
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                for (Runnable errand = errands.poll(); errand != null; errand = errands.poll()) {
                    attempt(errand);
                }
                selector.select(key -> attempt(() -> visit(key)));
            }
        } catch (IOException | ClosedSelectorException e) {
            close();
        }
    }

    private static void visit(SelectionKey key) {
        Sender sender = (Sender) key.attachment();
        if (key.isReadable()) {
            key.cancel();
            sender.hungUp();
        } else if (key.isWritable()) {
            key.interestOpsAnd(~SelectionKey.OP_WRITE);
            sender.write();
        }
    }

    /** A connection that is closed meanwhile needs no visit. */
    private static void attempt(Runnable errand) {
        try {
            errand.run();
        } catch (CancelledKeyException e) {
            // Closed by its owner.
        }
    }
}
