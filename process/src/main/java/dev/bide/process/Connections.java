package dev.bide.process;

import dev.bide.remote.worker.Link;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A worker's connections, one for each direction: to and from the driver, and to and from those of its peers that it had to
 * do with. A number is never given again, so a peer that is gone stays gone.
 */
final class Connections implements Link, Door.Host, AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("w[1-9][0-9]*");

    private final Folder folder;
    private final Token token;
    private final int number;
    private final Postman postman;
    private final Runnable atEnd;
    private final Sender driver;
    private final Map<String, Sender> peers = new HashMap<>();
    private final Set<String> gone = new HashSet<>();

    /** Peers that have connected to us. Their end is told behind the last of their messages. */
    private final Set<String> speaking = new HashSet<>();

    private final Set<SocketChannel> open = new HashSet<>();
    private @Nullable Node node;
    private boolean isClosed;

    /**
     * Takes messages from now on, and sends them once it is opened.
     *
     * @param atEnd what to do when the driver is gone
     */
    Connections(Folder folder, Token token, int number, Postman postman, Runnable atEnd) {
        this.folder = folder;
        this.token = token;
        this.number = number;
        this.postman = postman;
        this.atEnd = atEnd;
        this.driver =
                new Sender(folder.socket(Folder.DRIVER), Door.hello(token, number), postman, broken -> driverLeft());
    }

    /** Tells the driver that we are there; a node is there to hear what it says. */
    void open(Node hears) {
        synchronized (this) {
            node = hears;
        }
        driver.open();
    }

    @Override
    public void toDriver(ByteBuffer... message) {
        driver.send(message);
    }

    @Override
    public void toPeer(String address, ByteBuffer... message) {
        Sender sender = peer(address);
        if (sender == null || !sender.send(message)) {
            postman.later(() -> tellLost(address));
        }
    }

    @Override
    public void arrived(int from, SocketChannel channel) {
        if (from == ProcessPool.DRIVER) {
            Daemon.start("driver", () -> hearDriver(channel));
            return;
        }
        String address = Folder.nameOf(from);
        synchronized (this) {
            speaking.add(address);
        }
        Daemon.start("peer-" + from, () -> hearPeer(address, channel));
    }

    /** Ends all connections, and tells nobody. */
    @Override
    public synchronized void close() {
        isClosed = true;
        postman.close();
        driver.close();
        peers.values().forEach(Sender::close);
        open.forEach(Home::close);
    }

    private void hearDriver(SocketChannel channel) {
        Node hears = node();
        hear(channel, hears::fromDriver);
        driverLeft();
    }

    private void hearPeer(String address, SocketChannel channel) {
        Node hears = node();
        hear(channel, message -> hears.fromPeer(address, message));
        synchronized (this) {
            speaking.remove(address);
            gone.add(address);
        }
        tellLost(address);
    }

    private void hear(SocketChannel channel, Consumer<ByteBuffer> listener) {
        synchronized (this) {
            open.add(channel);
        }
        WorkerMain.orDie(() -> {
            try {
                new Receiver(channel, listener).readAll();
            } catch (ClosedChannelException e) {
                // Closed by ourselves.
            }
            return null;
        });
        synchronized (this) {
            open.remove(channel);
        }
    }

    private void driverLeft() {
        if (!isClosed()) {
            close();
            atEnd.run();
        }
    }

    private synchronized boolean isClosed() {
        return isClosed;
    }

    /** The way to a peer, or {@code null} if there is none. */
    private synchronized @Nullable Sender peer(String address) {
        if (gone.contains(address) || !ADDRESS.matcher(address).matches()) {
            return null;
        }
        return peers.computeIfAbsent(
                address,
                to -> new Sender(folder.socket(to), Door.hello(token, number), postman, broken -> lost(to)).open());
    }

    private void lost(String address) {
        synchronized (this) {
            peers.remove(address);
            gone.add(address);
            if (speaking.contains(address)) {
                return;
            }
        }
        tellLost(address);
    }

    private void tellLost(String address) {
        if (!isClosed()) {
            WorkerMain.orDie(() -> {
                node().peerLost(address);
                return null;
            });
        }
    }

    private synchronized Node node() {
        return Objects.requireNonNull(node, "not opened yet");
    }
}
