package dev.bide.remote.driver;

import dev.bide.graph.Node;
import dev.bide.remote.codec.Codec;
import dev.bide.remote.internal.wire.Packing;
import dev.bide.remote.internal.wire.Sharing;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** What several tasks of a run use, by number: functions that they call, and large values that they are called with or capture. */
final class Shares {
    private final Codec codec;
    private final Handles handles;
    private final ClassFiles classFiles;
    private final Sharing sharing;

    /** Of each shared function its number, and then those of the values that it has captured. */
    private final IdentityHashMap<Object, int[]> functions = new IdentityHashMap<>();

    Shares(Codec codec, Handles handles, ClassFiles classFiles) {
        this.codec = codec;
        this.handles = handles;
        this.classFiles = classFiles;
        this.sharing = Sharing.with(codec);
    }

    Codec codec() {
        return codec;
    }

    Sharing sharing() {
        return sharing;
    }

    byte[] parcel(int number) {
        return sharing.parcel(number);
    }

    /** Makes a function's bytes for one task. Those that go on with more are given what they captured as handles. */
    byte[] pack(Object function, boolean expands, Sharing with) {
        classFiles.add(function.getClass().getClassLoader());
        ToIntFunction<Node> known = expands ? handles::of : node -> -1;
        return Packing.function(with, known, function);
    }

    /** Makes a function's bytes for all tasks, once; gives its number, and those of what it uses in turn. */
    int[] share(Object function, boolean expands) {
        return functions.computeIfAbsent(function, unknown -> {
            int number = sharing.add(pack(unknown, expands, sharing));
            return with(new int[] {number}, sharing.used());
        });
    }

    static int[] with(int[] some, int... others) {
        return others.length == 0
                ? some
                : IntStream.concat(Arrays.stream(some), Arrays.stream(others))
                        .distinct()
                        .toArray();
    }
}
