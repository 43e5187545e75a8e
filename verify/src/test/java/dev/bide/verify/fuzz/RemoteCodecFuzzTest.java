package dev.bide.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.bide.graph.Fn1;
import dev.bide.remote.codec.Codec;
import dev.bide.remote.codec.UndecodableException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bytes from another JVM give a value or are refused: no other exception, no loop, no more memory than their length tells. */
class RemoteCodecFuzzTest {
    private static final List<Codec> CODECS = List.of(Codec.fory(), Codec.jdk());

    /** A value with a little of everything. */
    private record Sample(
            String text, int[] numbers, List<Object> list, Map<String, Long> map, Fn1<Integer, Integer> call)
            implements Serializable {}

    @FuzzTest
    void decode_damagedBytes_givesAValueOrRefuses(FuzzedDataProvider data) {
        Codec codec = data.pickValue(CODECS);
        int captured = data.consumeInt();
        Fn1<Integer, Integer> call = x -> x + captured;
        Sample sample = new Sample(
                data.consumeString(10),
                data.consumeInts(4),
                new ArrayList<>(List.of(data.consumeInt(), "x")),
                Map.of("k", data.consumeLong()),
                call);
        byte[] bytes = codec.encode(data.pickValue(new Object[] {sample, call, sample.text(), sample.numbers()}));
        for (int i = data.consumeInt(0, 6); i > 0; i--) {
            bytes[data.consumeInt(0, bytes.length - 1)] = data.consumeByte();
        }
        decode(codec, bytes, data.consumeInt(0, bytes.length));
        decode(codec, bytes, bytes.length);
    }

    @FuzzTest
    void decode_anyBytes_givesAValueOrRefuses(FuzzedDataProvider data) {
        Codec codec = data.pickValue(CODECS);
        byte[] bytes = data.consumeRemainingAsBytes();

        decode(codec, bytes, bytes.length);
    }

    private static void decode(Codec codec, byte[] bytes, int length) {
        try {
            codec.decode(bytes, 0, length);
        } catch (UndecodableException refused) {
            assertThat(refused).hasMessageStartingWith("can't be read here: ");
        }
    }
}
