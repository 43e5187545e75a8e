package dev.bide.cluster.ignite;

import java.nio.ByteBuffer;

/**
 * What one message of Ignite carries: a piece of the stream of messages from one end to another. Ignite hands messages over in
 * any order, so pieces are numbered.
 *
 * @param kind {@link #DATA} or {@link #GONE}
 * @param from number of the worker that sends it, or {@link #DRIVER}
 * @param to number of the worker that it is for, or {@link #DRIVER}
 * @param number counts the pieces from one to the other, from 0
 * @param piece the piece
 */
record Packet(byte kind, int from, int to, long number, ByteBuffer piece) {
    /** A piece of a stream. */
    static final byte DATA = 0;

    /** Says that the worker which a packet was for is not there. */
    static final byte GONE = 1;

    /** Stands for the driver where workers have numbers. */
    static final int DRIVER = -1;

    /** Bytes before the piece. */
    static final int HEADER = 1 + Integer.BYTES + Integer.BYTES + Long.BYTES;

    static Packet read(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Packet(buffer.get(), buffer.getInt(), buffer.getInt(), buffer.getLong(), buffer.slice());
    }

    static byte[] gone(int from, int to) {
        byte[] bytes = new byte[HEADER];
        head(bytes, GONE, from, to, 0);
        return bytes;
    }

    /** Writes all but the piece and gives where that goes. */
    static ByteBuffer head(byte[] bytes, byte kind, int from, int to, long number) {
        return ByteBuffer.wrap(bytes)
                .put(kind)
                .putInt(from)
                .putInt(to)
                .putLong(number)
                .slice();
    }
}
