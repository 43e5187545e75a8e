package dev.bide.remote.worker;

import dev.bide.remote.codec.Codec;
import dev.bide.remote.codec.UndecodableException;
import dev.bide.remote.internal.wire.Handles;
import dev.bide.remote.internal.wire.Reader;
import dev.bide.remote.internal.wire.Unpacking;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function that several tasks call. Read by the first that does, once; what that throws, each gets. Safe to use from
 * any thread.
 */
final class SharedFunction {
    private byte @Nullable [] parcel;
    private @Nullable Object function;
    private @Nullable UndecodableException refused;

    SharedFunction(byte[] parcel) {
        this.parcel = parcel;
    }

    /** For threads that may run user code. */
    synchronized Object get(Codec codec, Handles handles) {
        if (refused != null) {
            throw refused;
        }
        if (function == null) {
            function = read(codec, handles);
            parcel = null;
        }
        return function;
    }

    private Object read(Codec codec, Handles handles) {
        try {
            return Unpacking.function(codec, handles, new Reader(Objects.requireNonNull(parcel)));
        } catch (UndecodableException failed) {
            refused = failed;
            throw failed;
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            refused = new UndecodableException("can't be read here: " + failed, failed);
            throw refused;
        }
    }
}
