package dev.bide.remote.worker;

import dev.bide.remote.codec.Codec;
import dev.bide.remote.codec.UndecodableException;
import dev.bide.remote.internal.wire.Handles;
import dev.bide.remote.internal.wire.Reader;
import dev.bide.remote.internal.wire.Unpacking;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A function or a value that several tasks use. Read by the first that does, once; what that throws, each gets. Safe to use from
 * any thread.
 */
final class Shared {
    private byte @Nullable [] parcel;
    private @Nullable Object value;
    private @Nullable UndecodableException refused;

    Shared(byte[] parcel) {
        this.parcel = parcel;
    }

    /** For threads that may run user code. */
    synchronized Object get(Codec codec, Handles handles, IntFunction<Object> shared) {
        if (refused != null) {
            throw refused;
        }
        if (value == null) {
            value = read(codec, handles, shared);
            parcel = null;
        }
        return value;
    }

    private Object read(Codec codec, Handles handles, IntFunction<Object> shared) {
        try {
            return Unpacking.function(codec, handles, shared, new Reader(Objects.requireNonNull(parcel)));
        } catch (UndecodableException failed) {
            refused = failed;
            throw failed;
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            refused = new UndecodableException("can't be read here: " + failed, failed);
            throw refused;
        }
    }
}
