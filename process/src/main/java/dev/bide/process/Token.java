package dev.bide.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** What the driver and its workers know and nobody else does. */
final class Token {
    static final int SIZE = 32;

    private final byte[] secret;

    private Token(byte[] secret) {
        this.secret = secret;
    }

    static Token create() {
        byte[] secret = new byte[SIZE];
        new SecureRandom().nextBytes(secret);
        return new Token(secret);
    }

    /** Gives {@code null} if the stream ends before it is whole. */
    static @Nullable Token read(InputStream in) throws IOException {
        byte[] secret = new byte[SIZE];
        for (int size = 0; size < SIZE; ) {
            int count = in.read(secret, size, SIZE - size);
            if (count < 0) {
                return null;
            }
            size += count;
        }
        return new Token(secret);
    }

    void write(OutputStream out) throws IOException {
        out.write(secret);
        out.flush();
    }

    byte[] bytes() {
        return secret.clone();
    }

    /** Takes as long whatever the bytes are. */
    boolean is(byte[] bytes) {
        return MessageDigest.isEqual(secret, bytes);
    }
}
