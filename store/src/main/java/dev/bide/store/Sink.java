package dev.bide.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Takes values in a form in which different ones give different bytes, and gives their SHA-256. All texts and arrays come
 * with their length before them, all else has a fixed one.
 */
final class Sink {
    static final int HASH = 32;

    private static final int ROOM = 8192;

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(ROOM);

    Sink() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    Sink tag(Tag tag) {
        return number(tag.code());
    }

    Sink number(byte value) {
        room(Byte.BYTES).put(value);
        return this;
    }

    Sink number(short value) {
        room(Short.BYTES).putShort(value);
        return this;
    }

    Sink number(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    Sink number(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /** Bytes whose number is known from what stands before them. */
    Sink raw(byte[] bytes, int from, int count) {
        if (count > ROOM) {
            flush();
            digest.update(bytes, from, count);
        } else {
            room(count).put(bytes, from, count);
        }
        return this;
    }

    Sink hash(byte[] hash) {
        return raw(hash, 0, HASH);
    }

    Sink text(String text) {
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            number((short) text.charAt(i));
        }
        return this;
    }

    /** Gives the hash, and is empty again. */
    byte[] end() {
        flush();
        return digest.digest();
    }
}
