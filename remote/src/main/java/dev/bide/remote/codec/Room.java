package dev.bide.remote.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A growing buffer for plain values. The first of them gets exactly the room it needs. */
final class Room {
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    /** Where to put the content of a value, behind its mark. */
    ByteBuffer of(byte mark, int size) {
        need(1 + (long) size);
        return buffer.put(mark);
    }

    /** The same with the length in front. */
    ByteBuffer sized(byte mark, int length, int width) {
        need(5 + (long) length * width);
        return buffer.put(mark).putInt(length);
    }

    private void need(long size) {
        long most = buffer.position() + size;
        if (most > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("it takes 2 GiB or more; send it in parts");
        }
        if (most > buffer.capacity()) {
            int room = buffer.capacity() == 0 ? (int) most : (int) Math.min(Integer.MAX_VALUE - 8, 2 * most + 64);
            buffer = ByteBuffer.allocate(room).order(ByteOrder.LITTLE_ENDIAN).put(buffer.flip());
        }
    }

    /** Says that all room has been filled behind the buffer's back. */
    void full() {
        buffer.position(buffer.capacity());
    }

    byte[] bytes() {
        return buffer.hasRemaining() ? java.util.Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array();
    }
}
