package dev.bide.remote.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.remote.codec.Luggage.CodedFailure;
import dev.bide.remote.codec.Luggage.Nested;
import dev.bide.remote.codec.Luggage.Operation;
import dev.bide.remote.codec.Luggage.Point;
import dev.bide.remote.codec.Luggage.Range;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values arrive equal to what was sent, and of the same class. */
abstract class ValuesLaw extends CodecLaw {
    ValuesLaw(CodecContract contract) {
        super(contract);
    }

    static Stream<Object> equalValues() {
        return Stream.of(scalars(), containers(), ofTheJdk(), ofUsers()).flatMap(List::stream);
    }

    private static List<Object> scalars() {
        return List.of(
                true,
                (byte) -3,
                (short) 300,
                'ä',
                42,
                -1,
                1L << 40,
                1.5f,
                Double.NaN,
                "",
                "text",
                "änd \u20ac \ud83d\ude00",
                "half a pair \ud83d",
                "x".repeat(100_000),
                new BigDecimal("1.2300"),
                BigInteger.ONE.shiftLeft(200));
    }

    private static List<Object> containers() {
        List<Integer> list = new ArrayList<>(Arrays.asList(1, null, 3));
        Map<Integer, Integer> map = new HashMap<>(Map.of(1, 2));
        return List.of(
                List.of(),
                List.of(1),
                List.of(1, "b", 3L),
                list,
                Collections.unmodifiableList(list),
                Arrays.asList("a", null),
                Stream.of(1, 2, 3).toList(),
                Collections.nCopies(5, "x"),
                Set.of(1, 2),
                new TreeSet<>(Set.of(3, 1)),
                Map.of("a", 1, "b", 2),
                Map.of(),
                map,
                new LinkedHashMap<>(map),
                new TreeMap<>(Map.of("x", 1)),
                new ConcurrentHashMap<>(map),
                Collections.unmodifiableMap(map),
                Collections.synchronizedList(list),
                Collections.emptyList(),
                Collections.singletonMap("k", 1),
                new EnumMap<>(Map.of(Operation.PLUS, 1)),
                EnumSet.of(Operation.TIMES));
    }

    private static List<Object> ofTheJdk() {
        return List.of(
                Instant.parse("2026-01-02T03:04:05.678Z"),
                LocalDate.of(2026, 2, 28),
                Duration.ofNanos(7),
                ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneId.of("Europe/Berlin")),
                ZoneId.of("UTC"),
                UUID.fromString("00000000-0000-0001-0000-000000000002"),
                URI.create("http://example.org/a?b"),
                BitSet.valueOf(new long[] {5, 9}),
                Path.of("relative", "file.txt"),
                Path.of("/absolute"),
                List.of(Path.of("in a list")),
                String.class,
                int.class,
                int[].class,
                Point.class,
                Operation.class);
    }

    private static List<Object> ofUsers() {
        return List.of(
                Operation.PLUS,
                Operation.TIMES,
                new Point(1, 2.5, "p"),
                new Range<>(1, 2),
                new Range<>("a", "b"),
                new Nested(new Range<>(1, 3), List.of(new Point(0, 0, "o"), new Point(1, 1, ""))));
    }

    @ParameterizedTest
    @MethodSource("equalValues")
    void encode_value_arrivesEqual(Object value) {
        Object there = sent(value);

        assertThat(there).isEqualTo(value).hasSameClassAs(value);
    }

    static Stream<Object> arrays() {
        return Stream.of(
                new boolean[] {true, false},
                new byte[] {1, -2},
                new short[] {3},
                new char[] {'x', 'ä'},
                new int[] {1, -1},
                new long[] {1L << 50},
                new float[] {1.5f},
                new double[] {1, Double.NaN},
                new double[0],
                new double[][] {{1, 2}, {3}, null},
                new int[][][] {{{1}}},
                new String[] {"a", null},
                new Object[] {1, "b", new int[] {2}},
                new Point[] {new Point(1, 2, "3")},
                new Object[][] {{1}, {"x"}},
                new Random(1).doubles(300_000).toArray(),
                IntStream.range(0, 70_000).toArray(),
                new byte[1 << 20]);
    }

    @ParameterizedTest
    @MethodSource("arrays")
    void encode_array_arrivesEqual(Object array) {
        assertThat(Arrays.deepEquals(new Object[] {sent(array)}, new Object[] {array}))
                .isTrue();
        assertThat(sent(array)).hasSameClassAs(array);
    }

    @Test
    void encode_null_arrivesAsNull() {
        assertThat(this.<Object>sent(null)).isNull();
    }

    @Test
    void encode_deque_arrivesInOrder() {
        assertThat(sent(new ArrayDeque<>(List.of(1, 2, 3)))).containsExactly(1, 2, 3);
    }

    @Test
    void encode_random_goesOnWhereItWas() {
        Random random = new Random(5);
        random.nextInt();

        assertThat(sent(random).nextInt()).isEqualTo(random.nextInt());
    }

    @Test
    void encode_exception_keepsCauseSuppressedAndTrace() {
        IllegalStateException failure = new IllegalStateException("outer", new IOException("inner"));
        failure.addSuppressed(new CodedFailure("beside", 7, new Point(1, 2, "w")));

        IllegalStateException there = sent(failure);

        assertThat(there).hasMessage("outer").hasCauseInstanceOf(IOException.class);
        assertThat(there.getCause()).hasMessage("inner");
        assertThat(there.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertThat(there.getSuppressed()).hasSize(1);
        CodedFailure beside = (CodedFailure) there.getSuppressed()[0];
        assertThat(beside.code).isEqualTo(7);
        assertThat(beside.where).isEqualTo(new Point(1, 2, "w"));
        assertThat(beside).hasMessage("beside");
    }

    @Test
    void encode_exceptionWithAMessageOfItsOwn_keepsIt() {
        assertThat(sent(new Luggage.TrimmedFailure(" x "))).hasMessage("trimmed: x");
        assertThat(sent(new NoSuchFileException("a", "b", "why"))).hasMessage("a -> b: why");
    }
}
