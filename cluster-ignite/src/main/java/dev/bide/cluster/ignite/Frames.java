package dev.bide.cluster.ignite;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds messages in a stream of bytes that comes in pieces: each message has its length, four bytes, before it. */
final class Frames {
    private final Consumer<ByteBuffer> onMessage;
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    private @Nullable ByteBuffer begun;

    Frames(Consumer<ByteBuffer> onMessage) {
        this.onMessage = onMessage;
    }

    /** A message with its length; what it is made of is read without moving the caller's positions. */
    static ByteBuffer[] framed(ByteBuffer... message) {
        ByteBuffer[] framed = new ByteBuffer[message.length + 1];
        int size = 0;
        for (int i = 0; i < message.length; i++) {
            framed[i + 1] = message[i].duplicate();
            size = Math.addExact(size, message[i].remaining());
        }
        framed[0] = ByteBuffer.allocate(Integer.BYTES).putInt(0, size);
        return framed;
    }

    void take(ByteBuffer piece) {
        while (piece.hasRemaining() || begun != null) {
            if (begun == null && !begin(piece)) {
                return;
            }
            ByteBuffer message = begun;
            if (message == null) {
                continue;
            }
            move(piece, message);
            if (message.hasRemaining()) {
                return;
            }
            begun = null;
            onMessage.accept(message.flip());
        }
    }

    /** Reads a length; gives false if not all of it has come. A message that lies here whole and alone is not copied. */
    private boolean begin(ByteBuffer piece) {
        move(piece, length);
        if (length.hasRemaining()) {
            return false;
        }
        int size = length.flip().getInt();
        length.clear();
        if (size == piece.remaining()) {
            ByteBuffer message = piece.slice();
            piece.position(piece.limit());
            onMessage.accept(message);
        } else {
            begun = ByteBuffer.allocate(size);
        }
        return true;
    }

    private static void move(ByteBuffer from, ByteBuffer to) {
        int size = Math.min(from.remaining(), to.remaining());
        to.put(from.slice(from.position(), size));
        from.position(from.position() + size);
    }
}
