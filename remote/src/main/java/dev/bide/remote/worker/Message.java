package dev.bide.remote.worker;

import dev.bide.remote.internal.wire.Writer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A message that is being written: large values become parts of their own, so that they are not copied. */
final class Message {
    /** From here on a value is large. */
    static final int LARGE = 64 << 10;

    private final List<ByteBuffer> parts = new ArrayList<>();
    private Writer out = new Writer();

    Message(int tag, long number) {
        out.octet(tag).number(number);
    }

    Message count(int count) {
        out.number(count);
        return this;
    }

    void missing() {
        out.octet(0);
    }

    void value(ByteBuffer value) {
        out.octet(1).number(value.remaining());
        if (value.remaining() >= LARGE) {
            parts.add(out.buffer());
            parts.add(value);
            out = new Writer();
        } else {
            byte[] copy = new byte[value.remaining()];
            value.get(copy);
            out.raw(copy);
        }
    }

    /** Nothing may be written after this. */
    List<ByteBuffer> parts() {
        if (out.size() > 0) {
            parts.add(out.buffer());
        }
        return parts;
    }
}
