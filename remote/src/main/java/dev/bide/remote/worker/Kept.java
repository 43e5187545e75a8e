package dev.bide.remote.worker;

import dev.bide.remote.codec.Codec;
import dev.bide.remote.codec.UndecodableException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A result that a worker keeps: the object if it was made here, its bytes if it came from another and no task has
 * asked for it.
 *
 * <p>Safe to use from any thread. Bytes are made an object once, by the thread that asks first while others wait;
 * then, if they are many, they are let go. The object is there before the bytes are not.
 */
final class Kept {
    /** Of a smaller result the bytes are kept too. */
    static final int SMALL = 4 << 10;

    /** More may be too much for one array of bytes, which only writing them shows. */
    static final long MOST_GATHERED = 1 << 30;

    private static final Object UNREAD = new Object();

    /** How many bytes it takes, about. */
    final long size;

    private volatile @Nullable Object value;
    private volatile @Nullable ByteBuffer bytes;

    private Kept(@Nullable Object value, @Nullable ByteBuffer bytes, long size) {
        this.value = value;
        this.bytes = bytes;
        this.size = size;
    }

    /**
     * Keeps what a task gave, if it can be sent.
     *
     * @throws dev.bide.remote.codec.UnencodableException if it cannot
     */
    static Kept made(@Nullable Object value, Codec codec) {
        long size = Sizes.of(value);
        if (size >= 0) {
            return new Kept(value, null, size);
        }
        byte[] encoded = codec.encode(value);
        return new Kept(value, encoded.length < SMALL ? ByteBuffer.wrap(encoded) : null, encoded.length);
    }

    /** Keeps a list of results that are kept: each can be sent, and so can all, which need not be tried. */
    static Kept gathered(@Nullable Object list, long size) {
        return new Kept(list, null, size);
    }

    /** Keeps what another worker sent. A few bytes are copied, so that the message they came in can go. */
    static Kept came(ByteBuffer sent) {
        int length = sent.remaining();
        if (sent.hasArray() && length >= SMALL) {
            return new Kept(UNREAD, sent, length);
        }
        byte[] copy = new byte[length];
        sent.get(copy);
        return new Kept(UNREAD, ByteBuffer.wrap(copy), length);
    }

    /** Whether the object is there. */
    boolean isRead() {
        return value != UNREAD;
    }

    /** For threads that may run user code. */
    @Nullable
    Object value(Codec codec) throws UndecodableException {
        Object known = value;
        return known == UNREAD ? read(codec) : known;
    }

    private synchronized @Nullable Object read(Codec codec) {
        ByteBuffer encoded = bytes;
        if (value == UNREAD && encoded != null) {
            value = codec.decode(encoded.array(), encoded.arrayOffset() + encoded.position(), encoded.remaining());
            if (size >= SMALL) {
                bytes = null;
            }
        }
        return value;
    }

    /** Its bytes if they are there, or can be had soon and without user code; {@code null} if not. */
    @Nullable
    ByteBuffer bytesAtHand(Codec codec, int most) {
        ByteBuffer encoded = bytes;
        if (encoded != null) {
            return encoded.duplicate();
        }
        return size <= most && Sizes.of(value) >= 0 ? encoded(codec) : null;
    }

    /** For threads that may run user code. */
    ByteBuffer encoded(Codec codec) {
        ByteBuffer encoded = bytes;
        return encoded == null ? ByteBuffer.wrap(codec.encode(value)) : encoded.duplicate();
    }
}
