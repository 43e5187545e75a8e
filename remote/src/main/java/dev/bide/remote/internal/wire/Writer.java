package dev.bide.remote.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes small numbers short, into an array that grows. */
public final class Writer {
    private static final int FIRST = 256;
    private static final int SEVEN = 7;
    private static final int LOW = 0x7F;

    private byte[] bytes;
    private int size;

    /** Makes one that has nothing. */
    public Writer() {
        bytes = new byte[FIRST];
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), (int) Math.min(2L * size, 1 << 30)));
        }
    }

    /**
     * Writes a byte.
     *
     * @param value its lowest eight bits
     * @return this
     */
    public Writer octet(int value) {
        room(1);
        bytes[size++] = (byte) value;
        return this;
    }

    /**
     * Writes a number that is small and not negative most of the time, but may be any.
     *
     * @param value the number
     * @return this
     */
    public Writer number(long value) {
        room(10);
        long left = value;
        while ((left & ~LOW) != 0) {
            bytes[size++] = (byte) (left & LOW | 0x80);
            left >>>= SEVEN;
        }
        bytes[size++] = (byte) left;
        return this;
    }

    /**
     * Writes numbers, and how many they are.
     *
     * @param values the numbers
     * @return this
     */
    public Writer numbers(int... values) {
        number(values.length);
        for (int value : values) {
            number(value);
        }
        return this;
    }

    /**
     * Writes bytes, and how many they are.
     *
     * @param value the bytes
     * @return this
     */
    public Writer bytes(byte[] value) {
        number(value.length);
        return raw(value);
    }

    /**
     * Writes bytes as they are.
     *
     * @param value the bytes
     * @return this
     */
    public Writer raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
        return this;
    }

    /**
     * Writes what another has written.
     *
     * @param other the other
     * @return this
     */
    public Writer append(Writer other) {
        room(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
        return this;
    }

    /**
     * Writes text.
     *
     * @param value the text
     * @return this
     */
    public Writer text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Counts what has been written.
     *
     * @return how many bytes
     */
    public int size() {
        return size;
    }

    /**
     * Gives what has been written; this must not be written to after that.
     *
     * @return the bytes
     */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    /**
     * Gives what has been written.
     *
     * @return a copy
     */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
