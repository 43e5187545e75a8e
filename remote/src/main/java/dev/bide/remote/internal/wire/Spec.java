package dev.bide.remote.internal.wire;

import dev.bide.graph.Detached;
import dev.bide.remote.codec.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * What a task does, as bytes: its kind, its functions, its details, its arguments. What several tasks use goes by a
 * number, so that a worker reads it once.
 */
public final class Spec {
    private Spec() {}

    /**
     * Writes what a task does.
     *
     * @param sharing makes bytes of values, and knows what goes apart
     * @param call the task's call
     * @param shared the number of a function that several tasks call, negative for others
     * @param packed the bytes of a function: what {@link Packing#function} gives
     * @return the bytes
     */
    public static byte[] of(
            Sharing sharing, Detached call, ToIntFunction<Object> shared, Function<Object, byte[]> packed) {
        Writer out = new Writer().octet(call.kind()).number(call.functions().size());
        for (Object function : call.functions()) {
            int number = shared.applyAsInt(function);
            if (number < 0) {
                out.octet(0).bytes(packed.apply(function));
            } else {
                out.octet(1).number(number);
            }
        }
        Packing.parts(out, sharing, call);
        return out.toBytes();
    }

    /**
     * Reads what a task does.
     *
     * @param in the bytes
     * @param codec makes values of bytes
     * @param shared the function or value with a number
     * @param unpacked the function of bytes: what {@link Unpacking#function} gives
     * @return the task's call
     */
    public static Detached read(Reader in, Codec codec, IntFunction<Object> shared, Function<Reader, Object> unpacked) {
        int kind = in.octet();
        List<Object> functions = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            functions.add(in.octet() == 0 ? unpacked.apply(new Reader(in.bytes())) : shared.apply(in.small()));
        }
        List<Object> details = Unpacking.details(in, codec);
        return Detached.of(kind, functions, Unpacking.arguments(in, codec, shared), details);
    }
}
