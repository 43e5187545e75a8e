package dev.bide.remote.internal.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what a {@link Writer} wrote. Bytes that none can have written end in {@link MalformedException}. */
public final class Reader {
    private static final int SEVEN = 7;
    private static final int LOW = 0x7F;

    private final ByteBuffer from;

    /**
     * Reads from a buffer.
     *
     * @param from the buffer; its position moves on
     */
    public Reader(ByteBuffer from) {
        this.from = from;
    }

    /**
     * Reads from bytes.
     *
     * @param from the bytes
     */
    public Reader(byte[] from) {
        this(ByteBuffer.wrap(from));
    }

    /**
     * Reads a byte.
     *
     * @return it, from 0 to 255
     */
    public int octet() {
        try {
            return from.get() & 0xFF;
        } catch (BufferUnderflowException ended) {
            throw new MalformedException("a message ends too early");
        }
    }

    /**
     * Reads a number.
     *
     * @return the number
     */
    public long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += SEVEN) {
            int next = octet();
            value |= (long) (next & LOW) << shift;
            if (next <= LOW) {
                return value;
            }
        }
        throw new MalformedException("a number has no end");
    }

    /**
     * Reads a number that was an {@code int}.
     *
     * @return the number
     */
    public int small() {
        return (int) number();
    }

    /**
     * Reads how many of something follow.
     *
     * @return a number that is not more than there are bytes
     */
    public int count() {
        long count = number();
        if (count < 0 || count > from.remaining()) {
            throw new MalformedException(
                    "a message of " + from.remaining() + " bytes more says that " + count + " follow");
        }
        return (int) count;
    }

    /**
     * Reads numbers.
     *
     * @return them
     */
    public int[] numbers() {
        int[] values = new int[count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = small();
        }
        return values;
    }

    /**
     * Reads bytes.
     *
     * @return a copy of them
     */
    public byte[] bytes() {
        byte[] value = new byte[count()];
        from.get(value);
        return value;
    }

    /**
     * Reads bytes without a copy.
     *
     * @return a view of them
     */
    public ByteBuffer view() {
        int length = count();
        ByteBuffer view = from.slice(from.position(), length);
        from.position(from.position() + length);
        return view;
    }

    /**
     * Reads text.
     *
     * @return the text
     */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    /**
     * Tells whether there is more.
     *
     * @return whether there is
     */
    public boolean hasMore() {
        return from.hasRemaining();
    }
}
