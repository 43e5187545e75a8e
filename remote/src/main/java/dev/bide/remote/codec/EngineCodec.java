package dev.bide.remote.codec;

import dev.bide.internal.run.DeepStack;
import java.io.EOFException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A codec that writes common values and functions by itself, which needs no library to be up, and leaves the rest to an engine.
 * It puts what goes wrong into words.
 */
final class EngineCodec implements Codec {
    /** Enough for chains of some ten thousand; reserved, not used, by those that need less. */
    private static final long LARGE_STACK = 32L << 20;

    private final Engine engine;
    private final Sites sites;

    EngineCodec(Engine engine, ClassLoader loader) {
        this.engine = engine.with(loader);
        sites = new Sites(loader);
    }

    @Override
    public byte[] encode(@Nullable Object value) {
        try {
            return withStack(() -> bytes(value));
        } catch (Exception | StackOverflowError | LinkageError failed) {
            throw unencodable(value, failed);
        }
    }

    /**
     * Calls, and again on a thread with a large stack if this one's was not enough: what one thread can write another, with
     * less room left, must still be able to read.
     */
    private static <T extends @Nullable Object> T withStack(Callable<T> call) throws Exception {
        try {
            return call.call();
        } catch (Exception | StackOverflowError failed) {
            if (!Causes.has(failed, StackOverflowError.class)) {
                throw failed;
            }
        }
        return DeepStack.call(LARGE_STACK, call);
    }

    private byte[] bytes(@Nullable Object value) throws Exception {
        byte[] plain = Plain.encode(value, engine);
        if (plain != null) {
            return plain;
        }
        byte[] bytes = engine.write(Objects.requireNonNull(value));
        bytes[0] = Plain.ENGINE;
        return bytes;
    }

    private UnencodableException unencodable(@Nullable Object value, Throwable failed) {
        if (Causes.has(failed, StackOverflowError.class)) {
            return new UnencodableException(
                    "its objects hold each other too deep (" + typeOf(value)
                            + "); put them into a list or an array instead of a chain",
                    null);
        }
        Finding found = value == null ? null : new Search(engine).find(value);
        return found != null
                ? new UnencodableException(found)
                : new UnencodableException(typeOf(value) + ": " + Causes.text(failed), failed);
    }

    private static String typeOf(@Nullable Object value) {
        return value == null ? "null" : "a " + Search.nameOf(value.getClass());
    }

    @Override
    public @Nullable Object decode(byte[] bytes, int from, int length) {
        Objects.checkFromIndexSize(from, length, bytes.length);
        try {
            return withStack(() -> value(bytes, from, length));
        } catch (Exception | StackOverflowError | LinkageError failed) {
            throw undecodable(failed);
        }
    }

    private @Nullable Object value(byte[] bytes, int from, int length) throws Exception {
        if (length > 0 && bytes[from] == Plain.ENGINE) {
            return engine.read(bytes, from + 1, length - 1);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        Object value = Plain.decode(in, sites, engine);
        if (in.hasRemaining()) {
            throw new EOFException(in.remaining() + " bytes too many");
        }
        return value;
    }

    private UndecodableException undecodable(Throwable failed) {
        String missing = Causes.missingClass(failed);
        if (missing != null) {
            return new UndecodableException(
                    "can't be read here: this worker's class path lacks " + missing
                            + "; start it with the class path of the program that sends",
                    failed);
        }
        if (Causes.has(failed, StackOverflowError.class)) {
            return new UndecodableException(
                    "can't be read here: its objects hold each other too deep for this thread's stack; put them into a list"
                            + " or an array instead of a chain",
                    null);
        }
        if (failed instanceof BufferUnderflowException || failed instanceof EOFException) {
            return new UndecodableException("can't be read here: the bytes are damaged or cut off", failed);
        }
        return new UndecodableException("can't be read here: " + Causes.text(failed), failed);
    }

    @Override
    public Codec with(ClassLoader other) {
        return new EngineCodec(engine, other);
    }

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public String toString() {
        return "Codec[" + name() + "]";
    }
}
