package dev.bide.process;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where others connect. Lets in who shows the token and says what number it has; nothing more is read from anybody else, whom
 * we hold some bytes for and only for a short time.
 */
final class Door implements AutoCloseable {
    /** Hears who has come in. */
    interface Host {
        /** Called on the door's thread, so it must not take long. The channel blocks. */
        void arrived(int from, SocketChannel channel);
    }

    static final int HELLO = Token.SIZE + Integer.BYTES;

    private static final int BACKLOG = 1024;
    private static final int MOST_GUESTS = 64;
    /** How long somebody may take to say who it is, on however busy a machine. */
    static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

    private static final long NO_MORE_FILES = TimeUnit.MILLISECONDS.toNanos(20);

    private final Token token;
    private final Host host;
    private final long patience;
    private final ServerSocketChannel server;
    private final Selector selector;

    /** Guests that have not said who they are, in the order in which they came. */
    private final ArrayDeque<Guest> guests = new ArrayDeque<>();

    private Door(Token token, Host host, long patience, ServerSocketChannel server, Selector selector) {
        this.token = token;
        this.host = host;
        this.patience = patience;
        this.server = server;
        this.selector = selector;
    }

    /** Makes a door, which is open from now on; who is to answer it comes with {@link #answer}. */
    static Door at(UnixDomainSocketAddress address, Token token, Host host, long patience) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(address, BACKLOG);
        server.configureBlocking(false);
        Selector selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        return new Door(token, host, patience, server, selector);
    }

    /** What a guest has to say first. */
    static ByteBuffer hello(Token token, int from) {
        return ByteBuffer.allocate(HELLO).put(token.bytes()).putInt(from).flip();
    }

    void answer() {
        Daemon.start("door", this::serve);
    }

    @Override
    public void close() {
        try {
            server.close();
            selector.close();
        } catch (IOException e) {
            // Nobody can come in any more, which is all that matters.
        }
    }

    private void serve() {
        try {
            while (selector.isOpen()) {
                selector.select(this::ready, timeLeft());
                sendAwayTheLate();
            }
        } catch (IOException | ClosedSelectorException e) {
            close();
        }
        guests.forEach(Guest::close);
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof Guest guest) {
            hear(guest, key);
        } else {
            accept();
        }
    }

    private void accept() {
        try {
            for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
                if (guests.size() == MOST_GUESTS) {
                    guests.removeFirst().close();
                }
                Guest guest = new Guest(channel, System.nanoTime() + patience);
                guests.add(guest);
                channel.configureBlocking(false);
                hear(guest, channel.register(selector, SelectionKey.OP_READ, guest));
            }
        } catch (IOException e) {
            LockSupport.parkNanos(NO_MORE_FILES);
        }
    }

    private void hear(Guest guest, SelectionKey key) {
        try {
            Integer from = guest.read(token);
            if (from != null) {
                guests.remove(guest);
                key.cancel();
                guest.channel.configureBlocking(true);
                host.arrived(from, guest.channel);
            }
        } catch (IOException e) {
            guests.remove(guest);
            guest.close();
        }
    }

    private long timeLeft() {
        Guest first = guests.peekFirst();
        return first == null ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(first.until - System.nanoTime()) + 1);
    }

    private void sendAwayTheLate() {
        long now = System.nanoTime();
        Iterator<Guest> each = guests.iterator();
        while (each.hasNext()) {
            Guest guest = each.next();
            if (guest.until - now > 0) {
                return;
            }
            each.remove();
            guest.close();
        }
    }

    /** Somebody who has connected and may be anybody. */
    private static final class Guest {
        final SocketChannel channel;
        final long until;
        private final ByteBuffer said = ByteBuffer.allocate(HELLO).limit(Token.SIZE);

        Guest(SocketChannel channel, long until) {
            this.channel = channel;
            this.until = until;
        }

        /** Reads what is there; gives the guest's number once it has shown the token and said it. */
        @Nullable
        Integer read(Token token) throws IOException {
            while (said.hasRemaining()) {
                int count = channel.read(said);
                if (count < 0) {
                    throw new IOException("left before it said who it is");
                }
                if (count == 0) {
                    return null;
                }
                if (said.position() == Token.SIZE && said.limit() == Token.SIZE) {
                    check(token);
                }
            }
            return said.getInt(Token.SIZE);
        }

        void close() {
            try {
                channel.close();
            } catch (IOException e) {
                // It is gone either way.
            }
        }

        private void check(Token token) throws IOException {
            byte[] shown = new byte[Token.SIZE];
            said.get(0, shown);
            if (!token.is(shown)) {
                throw new IOException("showed a wrong token");
            }
            said.limit(HELLO);
        }
    }
}
