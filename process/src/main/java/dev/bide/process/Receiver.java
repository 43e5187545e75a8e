package dev.bide.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads messages from a connection: each is its length in four bytes, and that many bytes. */
final class Receiver {
    private static final int BUFFER = 128 * 1024;

    private final SocketChannel channel;
    private final Consumer<ByteBuffer> listener;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

    /** The message that is being read, and how much of it has come. */
    private byte @Nullable [] message;

    private int filled;

    Receiver(SocketChannel channel, Consumer<ByteBuffer> listener) {
        this.channel = channel;
        this.listener = listener;
    }

    /** Reads until the other side is gone, and closes the connection. */
    void readAll() throws IOException {
        try (channel) {
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                takeMessages();
                buffer.compact();
            }
        }
    }

    private void takeMessages() throws IOException {
        while (message != null || buffer.remaining() >= Integer.BYTES) {
            if (message == null) {
                message = new byte[length()];
                filled = 0;
            }
            int count = Math.min(buffer.remaining(), message.length - filled);
            buffer.get(message, filled, count);
            filled += count;
            if (filled < message.length) {
                return;
            }
            ByteBuffer whole = ByteBuffer.wrap(message);
            message = null;
            listener.accept(whole);
        }
    }

    private int length() throws IOException {
        int length = buffer.getInt();
        if (length < 0) {
            throw new IOException("a message of " + length + " bytes was announced");
        }
        return length;
    }
}
