package dev.bide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InvalidClassException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {
    static List<Object> results() {
        return List.of(
                "text",
                42,
                List.of(1, 2, 3),
                new HashMap<>(Map.of("a", 1)),
                new HashMap<>(10_000),
                new HashSet<>(Collections.singleton(null)),
                new ConcurrentHashMap<>(Map.of("a", List.of())),
                IntStream.range(0, 10_000).boxed().collect(Collectors.toMap(i -> i, i -> Boolean.TRUE)),
                new ArrayList<>(Collections.nCopies(100_000, null)),
                Arrays.asList(1, null),
                List.of(int.class, String[].class));
    }

    @ParameterizedTest
    @MethodSource("results")
    void decode_whatWasEncoded_isEqual(Object result) throws Exception {
        assertThat(Codec.decode(Codec.encode(result))).isEqualTo(result);
    }

    @Test
    void decode_null_isNull() throws Exception {
        assertThat(Codec.decode(Codec.encode(null))).isNull();
    }

    @Test
    void decode_arraysAndOthersWithoutEquals_areThere() throws Exception {
        assertThat((double[]) Codec.decode(Codec.encode(new double[100_000]))).hasSize(100_000);
        assertThat((Object[]) Codec.decode(Codec.encode(new Object[100_000]))).hasSize(100_000);
        IdentityHashMap<Object, Object> map = new IdentityHashMap<>();
        map.put("a", 1);
        assertThat((Map<?, ?>) Codec.decode(Codec.encode(map))).hasSize(1);
        assertThat((ArrayDeque<?>) Codec.decode(Codec.encode(new ArrayDeque<>(List.of(1)))))
                .hasSize(1);
    }

    @Test
    void decode_moreRoomThanItsBytesCanFill_isRefused() throws Exception {
        byte[] bytes = Codec.encode(new byte[16]);
        int length = bytes.length - 16 - Integer.BYTES;
        bytes[length] = 0x7f;

        assertThatThrownBy(() -> Codec.decode(bytes)).isInstanceOf(InvalidClassException.class);
    }

    @Test
    void encode_tooDeep_isRefused() {
        List<Object> nested = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            nested = new ArrayList<>(Collections.singletonList(nested));
        }
        List<Object> deep = nested;

        assertThatThrownBy(() -> Codec.encode(deep))
                .isInstanceOf(Codec.NotStorable.class)
                .hasMessageStartingWith("its objects hold each other too deep for Java's serialisation.");
    }

    @Test
    void encode_notSerializable_isRefusedByName() {
        assertThatThrownBy(() -> Codec.encode(Set.of(new Thread())))
                .isInstanceOf(Codec.NotStorable.class)
                .hasMessage(
                        "java.lang.Thread is not Serializable. Let it implement java.io.Serializable, or leave stored()"
                                + " and pure() out.");
    }
}
