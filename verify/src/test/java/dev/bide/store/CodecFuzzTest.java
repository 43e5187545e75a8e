package dev.bide.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bytes that no checksum has refused give a result or an exception: no error, no loop, no more memory than their length tells. */
class CodecFuzzTest {
    /** A result with a little of everything. */
    private record Sample(String text, int[] numbers, List<Object> list, Map<String, Long> map)
            implements Serializable {}

    @FuzzTest
    void decode_anyBytes_givesAResultOrThrows(FuzzedDataProvider data) throws Codec.NotStorable {
        Object sample = new Sample(
                data.consumeString(10),
                data.consumeInts(4),
                new ArrayList<>(List.of(data.consumeInt(), "x")),
                Map.of("k", data.consumeLong()));
        byte[] bytes = Codec.encode(sample);
        for (int i = data.consumeInt(0, 6); i > 0; i--) {
            bytes[data.consumeInt(0, bytes.length - 1)] = data.consumeByte();
        }
        try {
            assertThat(String.valueOf(Codec.decode(bytes))).isNotNull();
        } catch (IOException | ClassNotFoundException | RuntimeException refused) {
            assertThat(refused).isNotNull();
        }
    }
}
