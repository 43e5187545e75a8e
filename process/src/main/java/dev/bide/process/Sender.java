package dev.bide.process;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes messages to one addressee, in order, without ever blocking. Who sends writes at once, unless somebody is writing
 * already, who then takes the message along; what the connection does not take now, the {@link Postman} writes.
 */
final class Sender implements AutoCloseable {
    private static final int BUFFER = 128 * 1024;

    /** How much a thread writes before it leaves the rest to the postman, who so comes to every addressee. */
    private static final int ENOUGH = 2 * BUFFER;

    private static final ByteBuffer[] NOTHING = {};

    private final UnixDomainSocketAddress address;
    private final ByteBuffer hello;
    private final Postman postman;
    private final Consumer<IOException> broken;
    private final Queue<ByteBuffer[]> queue = new ConcurrentLinkedQueue<>();

    /** How many messages were sent that the one who writes has not seen; he who makes it 1 from 0 writes, but connects first. */
    private final AtomicInteger unseen = new AtomicInteger(1);

    private final AtomicBoolean isBroken = new AtomicBoolean();

    /** Only the one who writes touches these: bytes ready for the connection, and a message not all of which is there. */
    private final ByteBuffer ready = ByteBuffer.allocateDirect(BUFFER).limit(0);

    private ByteBuffer[] message = NOTHING;
    private int part;

    private volatile @Nullable SocketChannel channel;

    /**
     * Takes messages from now on, and writes them once it is opened.
     *
     * @param address where the addressee's door is
     * @param hello what to say there first
     * @param postman who connects, and writes when nobody else can
     * @param broken hears once that the addressee is gone, on the postman's thread
     */
    Sender(UnixDomainSocketAddress address, ByteBuffer hello, Postman postman, Consumer<IOException> broken) {
        this.address = address;
        this.hello = hello;
        this.postman = postman;
        this.broken = broken;
    }

    /** Connects, on the postman's thread: a thread that may be interrupted could not. */
    Sender open() {
        postman.later(this::connect);
        return this;
    }

    /** Sends a message; gives false if the addressee is known to be gone. */
    boolean send(ByteBuffer... parts) {
        if (isBroken.get()) {
            return false;
        }
        queue.add(framed(parts));
        if (unseen.getAndIncrement() == 0) {
            write();
        }
        return true;
    }

    /** Writes what there is. Called by the one thread that may: see {@link #unseen}. */
    void write() {
        SocketChannel to = Objects.requireNonNull(channel, "not connected yet");
        try {
            int seen = unseen.get();
            do {
                if (!writeQueued(to)) {
                    postman.takeOver(to);
                    return;
                }
                seen = unseen.addAndGet(-seen);
            } while (seen != 0);
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Tells whether all is written; what the channel does not take, or is very much, is for the postman. */
    private boolean writeQueued(SocketChannel to) throws IOException {
        int written = 0;
        while (fill()) {
            written += to.write(ready);
            if (ready.hasRemaining() || written >= ENOUGH) {
                return false;
            }
        }
        return true;
    }

    /** The addressee never says anything here, so whatever there is to read is its end. */
    void hungUp() {
        fail(new IOException("the connection was closed at the other end"));
    }

    @Override
    public void close() {
        isBroken.set(true);
        release();
    }

    private void connect() {
        try {
            SocketChannel opened = SocketChannel.open(address);
            channel = opened;
            while (hello.hasRemaining()) {
                opened.write(hello);
            }
            opened.configureBlocking(false);
            if (isBroken.get()) {
                release();
            } else {
                postman.visits(this, opened);
                write();
            }
        } catch (IOException e) {
            fail(e);
        }
    }

    /** Puts bytes into the empty buffer; gives whether there are any to write. */
    private boolean fill() {
        if (ready.hasRemaining()) {
            return true;
        }
        ready.clear();
        while (ready.hasRemaining() && hasPart()) {
            ByteBuffer from = message[part];
            int count = Math.min(from.remaining(), ready.remaining());
            ready.put(ready.position(), from, from.position(), count);
            ready.position(ready.position() + count);
            from.position(from.position() + count);
        }
        ready.flip();
        return ready.hasRemaining();
    }

    /** Goes on to the next part that has bytes, of this message or of the next. */
    private boolean hasPart() {
        while (part == message.length || !message[part].hasRemaining()) {
            if (part < message.length) {
                part++;
                continue;
            }
            ByteBuffer[] next = queue.poll();
            message = next == null ? NOTHING : next;
            part = 0;
            if (next == null) {
                return false;
            }
        }
        return true;
    }

    private void fail(IOException e) {
        if (isBroken.compareAndSet(false, true)) {
            release();
            postman.later(() -> broken.accept(e));
        }
    }

    private void release() {
        queue.clear();
        SocketChannel opened = channel;
        try {
            if (opened != null) {
                opened.close();
            }
        } catch (IOException e) {
            // Its end is what we wanted.
        }
    }

    /** The length, and the parts; others may send the same buffers, so the positions are our own. */
    private static ByteBuffer[] framed(ByteBuffer[] parts) {
        ByteBuffer[] framed = new ByteBuffer[parts.length + 1];
        long length = 0;
        for (int i = 0; i < parts.length; i++) {
            framed[i + 1] = parts[i].duplicate();
            length += parts[i].remaining();
        }
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a message has at most 2 GiB, not " + length + " bytes");
        }
        framed[0] = ByteBuffer.allocate(Integer.BYTES).putInt(0, (int) length);
        return framed;
    }
}
