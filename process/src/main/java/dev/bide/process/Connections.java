package dev.bide.process;

import dev.bide.remote.worker.Inbox;
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
    private final AtWork atWork;
    private final Postman postman;
    private final Runnable atEnd;
    private final Sender driver;
    private final Map<String, Sender> peers = new HashMap<>();
    private final Set<String> gone = new HashSet<>();

    /** Peers that have connected to us. Their end is told behind the last of their messages. */
    private final Set<String> speaking = new HashSet<>();

    private final Set<SocketChannel> open = new HashSet<>();
    private @Nullable Inbox inbox;
    private boolean isClosed;

    /**
     * Takes messages from now on, and sends them once it is opened.
     *
     * @param atEnd what to do when the driver is gone
     */
    Connections(Folder folder, Token token, int number, AtWork atWork, Postman postman, Runnable atEnd) {
        this.folder = folder;
        this.token = token;
        this.number = number;
        this.atWork = atWork;
        this.postman = postman;
        this.atEnd = atEnd;
        this.driver =
                new Sender(folder.socket(Folder.DRIVER), Door.hello(token, number), postman, broken -> driverLeft());
    }

    /** Tells the driver that we are there; an inbox is there to hear what it says. */
    void open(Inbox hears) {
        synchronized (this) {
            inbox = hears;
        }
        driver.open();
    }

    @Override
    public void toDriver(ByteBuffer... message) {
        driver.send(message);
    }

    @Override
    public void toPeer(String address, ByteBuffer... message) {
        if (!isSent(address, message)) {
            postman.later(() -> tellLost(address));
        }
    }

    /** Tells whether the message is on its way. Whether it arrives or not, the end of that way is told behind it. */
    private boolean isSent(String address, ByteBuffer... message) {
        Sender sender;
        synchronized (this) {
            if (gone.contains(address) || !ADDRESS.matcher(address).matches()) {
                return false;
            }
            sender = peers.get(address);
            if (sender == null) {
                Sender first =
                        new Sender(folder.socket(address), Door.hello(token, number), postman, broken -> lost(address));
                peers.put(address, first);
                first.send(message);
                first.open();
                return true;
            }
        }
        return sender.send(message);
    }

    @Override
    public void atWork(int thread, int run, int task) {
        atWork.note(thread, run, task);
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
        Inbox hears = inbox();
        hear(channel, hears::fromDriver);
        driverLeft();
    }

    private void hearPeer(String address, SocketChannel channel) {
        Inbox hears = inbox();
        hear(channel, message -> hears.fromPeer(address, message));
        synchronized (this) {
            speaking.remove(address);
            gone.add(address);
            if (peers.containsKey(address)) {
                return;
            }
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

    /** Of a peer with which there are both ways, the end of the later one is told: so it is told once, and behind all. */
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
                inbox().peerLost(address);
                return null;
            });
        }
    }

    private synchronized Inbox inbox() {
        return Objects.requireNonNull(inbox, "not opened yet");
    }
}
