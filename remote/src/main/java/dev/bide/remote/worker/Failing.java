package dev.bide.remote.worker;

import dev.bide.graph.Detached;
import dev.bide.remote.RemoteFailureException;
import dev.bide.remote.codec.Codec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes bytes of what a task threw, and of what it was called with. */
final class Failing {
    private static final int MOST_INPUTS = 256 << 10;
    private static final byte[] NONE = {};

    private Failing() {}

    /** The exception, or one that stands for it, or what can be said at all. */
    static byte[] thrown(Codec codec, Throwable thrown) {
        try {
            return codec.encode(thrown);
        } catch (Throwable refused) { // user code writes it, and may throw anything
            return standIn(codec, thrown, refused);
        }
    }

    private static byte[] standIn(Codec codec, Throwable thrown, Throwable refused) {
        try {
            return codec.encode(RemoteFailureException.of(thrown, String.valueOf(refused.getMessage())));
        } catch (Throwable unreadable) { // its own methods throw
            String type = thrown.getClass().getName();
            return codec.encode(
                    new IllegalStateException("the task threw a " + type + " that can be neither sent nor read"));
        }
    }

    /**
     * The list of arguments.
     *
     * @param codec makes the bytes
     * @param call the task's call
     * @param results the results that it needs
     * @param size about how large these are
     * @return its bytes, none if they would be many or it cannot be sent
     */
    static byte[] inputs(Codec codec, Detached call, @Nullable Object[] results, long size) {
        if (size > MOST_INPUTS) {
            return NONE;
        }
        try {
            List<@Nullable Object> list = new ArrayList<@Nullable Object>(Arrays.asList(call.filled(results)));
            byte[] encoded = codec.encode(list);
            return encoded.length > MOST_INPUTS ? NONE : encoded;
        } catch (Throwable refused) { // user code writes them, and may throw anything
            return NONE;
        }
    }
}
