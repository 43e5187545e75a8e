package dev.bide.remote.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bide.remote.codec.Luggage.CodedFailure;
import dev.bide.remote.codec.Luggage.Connection;
import dev.bide.remote.codec.Luggage.Counter;
import dev.bide.remote.codec.Luggage.Link;
import dev.bide.remote.codec.Luggage.Loader;
import dev.bide.remote.codec.Luggage.Nested;
import dev.bide.remote.codec.Luggage.Operation;
import dev.bide.remote.codec.Luggage.Point;
import dev.bide.remote.codec.Luggage.Range;
import dev.bide.remote.codec.Luggage.Sendable;
import dev.bide.remote.codec.Luggage.Unit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
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
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every codec carries, and what it refuses. */
abstract class CodecContract {
    abstract Codec codec();

    @SuppressWarnings("unchecked")
    final <T> T sent(T value) {
        byte[] bytes = codec().encode(value);
        byte[] padded = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, padded, 3, bytes.length);
        return (T) codec().decode(padded, 3, bytes.length);
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
        assertThat(sent(new java.nio.file.NoSuchFileException("a", "b", "why"))).hasMessage("a -> b: why");
    }

    @Test
    void encode_random_goesOnWhereItWas() {
        Random random = new Random(5);
        random.nextInt();

        assertThat(sent(random).nextInt()).isEqualTo(random.nextInt());
    }

    @Test
    void encode_functionsThousandsDeep_arrive() throws Exception {
        Sendable<Integer, Integer> all = x -> x;
        for (int i = 0; i < 2_000; i++) {
            Sendable<Integer, Integer> inner = all;
            all = x -> inner.apply(x);
        }

        assertThat(sent(all)).isNotNull();
    }

    @Test
    void encode_functions_areCalledWithWhatTheyCaptured() {
        int k = 3;
        String text = "t";
        List<Integer> list = new ArrayList<>(List.of(1, 2));
        int[] array = {4};
        Sendable<Integer, Integer> plus = x -> x + k;
        Sendable<Integer, String> both = x -> text + plus.apply(x);
        Sendable<Integer, Integer> listed = x -> list.get(x) + array[0];
        Sendable<String, Integer> unbound = String::length;
        Sendable<Integer, Character> bound = "word"::charAt;
        Sendable<Integer, Integer> onRecord = new Point(5, 0, "")::plus;
        Sendable<Integer, List<Integer>> constructor = ArrayList::new;

        assertThat(this.<Sendable<Integer, Integer>>sent(x -> x * 2).apply(4)).isEqualTo(8);
        assertThat(sent(plus).apply(4)).isEqualTo(7);
        assertThat(sent(both).apply(4)).isEqualTo("t7");
        assertThat(sent(listed).apply(1)).isEqualTo(6);
        assertThat(sent(unbound).apply("four")).isEqualTo(4);
        assertThat(sent(bound).apply(1)).isEqualTo('o');
        assertThat(sent(onRecord).apply(2)).isEqualTo(7);
        assertThat(sent(constructor).apply(1)).isEmpty();
        assertThat(sent(List.of(plus, plus)).get(1).apply(1)).isEqualTo(4);
    }

    @Test
    void encode_functionInTwoValues_keepsItsOwn() {
        for (int i = 0; i < 3; i++) {
            int k = i;
            Sendable<Integer, Integer> plus = x -> x + k;
            assertThat(sent(plus).apply(10)).isEqualTo(10 + i);
        }
    }

    @Test
    void encode_anonymousAndInner_keepTheirOuter() {
        int k = 3;
        Counter counter = new Counter();
        counter.start = 5;
        Sendable<Integer, Integer> anonymous = anonymous(k);

        assertThat(sent(anonymous).apply(1)).isEqualTo(4);
        assertThat(sent(counter.new Step()).next()).isEqualTo(6);
    }

    private static Sendable<Integer, Integer> anonymous(int k) {
        return new Sendable<>() {
            private static final long serialVersionUID = 1L;

            @Override
            public Integer apply(Integer x) {
                return x + k;
            }
        };
    }

    @Test
    void encode_writeReplace_isHonoured() {
        assertThat(sent(Unit.METRE)).isSameAs(Unit.METRE);
        assertThat(sent(List.of(Unit.METRE)).get(0)).isSameAs(Unit.METRE);
    }

    @Test
    void encode_sharedInsideOneValue_staysShared() {
        int[] shared = {1};
        Link link = new Link();
        Object[] there = sent(new Object[] {shared, List.of(link, shared), link});

        assertThat(there[0]).isSameAs(((List<?>) there[1]).get(1));
        assertThat(there[2]).isSameAs(((List<?>) there[1]).get(0));
    }

    @Test
    void encode_cycle_staysACycle() {
        Link first = new Link();
        first.next = new Link();
        first.next.next = first;
        first.others = new ArrayList<>(List.of(first));

        Link there = sent(first);

        assertThat(there.next.next).isSameAs(there);
        assertThat(there.others.get(0)).isSameAs(there);
    }

    @Test
    void encode_thousandDeep_arrives() {
        int length = 0;
        for (Link link = sent(chain(1_000)); link != null; link = link.next) {
            length++;
        }

        assertThat(length).isEqualTo(1_000);
    }

    private static Link chain(int length) {
        Link last = null;
        for (int i = 0; i < length; i++) {
            Link link = new Link();
            link.next = last;
            last = link;
        }
        return last;
    }

    @Test
    void encode_tooDeep_isRefusedAndTheCodecGoesOn() {
        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(chain(100_000)))
                .withMessageContaining("hold each other too deep")
                .withMessageContaining("Link");
        assertThat(sent(new Point(1, 2, "3"))).isEqualTo(new Point(1, 2, "3"));
    }

    static Stream<Object> alive() throws IOException {
        return Stream.of(
                Thread.currentThread(),
                new Luggage.Ticker(),
                new ByteArrayInputStream(new byte[1]),
                new StringBuilder("x").chars(),
                new java.io.StringReader("x"),
                new java.net.Socket(),
                new java.lang.ref.WeakReference<>("x"),
                new ThreadLocal<>(),
                Runtime.getRuntime(),
                ClassLoader.getSystemClassLoader(),
                Executors.newCachedThreadPool(),
                new FutureTask<>(() -> 1),
                java.lang.invoke.MethodHandles.lookup(),
                new Connection(),
                new Object() {
                    @SuppressWarnings("unused")
                    final Thread hidden = Thread.currentThread();
                },
                (Function<Object, Object>) x -> x,
                new java.util.concurrent.CountDownLatch(1),
                List.of(1).iterator(),
                new java.util.Timer(true));
    }

    @ParameterizedTest
    @MethodSource("alive")
    void encode_alive_isRefusedByName(Object alive) {
        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(alive))
                .withMessageStartingWith("can't be sent to another JVM: ");
        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(new Object[] {1, alive}))
                .withMessageContaining("element 1");
    }

    @Test
    void encode_aliveWithin_namesThePath() {
        Loader loader = new Loader(new Connection(), List.of());
        Sendable<Integer, Object> function = x -> loader.things.get(x);

        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(function))
                .withMessage("can't be sent to another JVM: captured argument 1 (a " + Loader.class.getName()
                        + ") > field connection is a " + Connection.class.getName()
                        + "; make the class Serializable, or open it inside the task");
    }

    @Test
    void encode_aliveInContainers_namesThePath() {
        Loader loader = new Loader(null, new ArrayList<>(List.of(1, Map.of("k", Thread.currentThread()))));

        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(loader))
                .withMessageContaining(
                        "field things (a java.util.ArrayList) > element 1 (a java.util.ImmutableCollections$Map1) >"
                                + " the value of key k is a java.lang.Thread");
    }

    @Test
    void encode_functionThatCannotTravel_saysHowItCould() {
        Function<Integer, Integer> plain = x -> x;
        Sendable<Integer, Integer> outer = x -> plain.apply(x);

        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec().encode(outer))
                .withMessageContaining(
                        "captured argument 1 is a function (java.util.function.Function); let its interface extend");
    }

    @Test
    void decode_damaged_isRefused() {
        byte[] bytes = codec().encode(new Object[] {new Point(1, 2, "x"), List.of(1, "b"), new double[] {1, 2, 3}});
        Random random = new Random(17);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = bytes.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            decodeOrRefuse(damaged, damaged.length);
            decodeOrRefuse(bytes, random.nextInt(bytes.length));
        }
        assertThat(codec().decode(bytes, 0, bytes.length)).isNotNull();
    }

    private void decodeOrRefuse(byte[] bytes, int length) {
        try {
            codec().decode(bytes, 0, length);
        } catch (UndecodableException refused) {
            assertThat(refused).hasMessageStartingWith("can't be read here: ");
        }
    }

    @Test
    void decode_cutOff_isRefused() {
        for (Object value : new Object[] {42, "text", new double[4], new Point(1, 2, "x"), function()}) {
            byte[] bytes = codec().encode(value);
            for (int length = 0; length < bytes.length; length++) {
                int cut = length;
                assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> codec().decode(bytes, 0, cut));
            }
        }
    }

    private static Sendable<Integer, Integer> function() {
        int k = 3;
        return x -> x + k;
    }

    @Test
    void decode_classIsMissing_namesIt() throws Exception {
        Codec here =
                codec().with(new Without("dev.bide.remote.codec.Luggage$Point", "dev.bide.remote.codec.CodecContract"));
        Object[] values = {new Point(1, 2, "x"), new Object[] {new Point(1, 2, "x")}, function()};
        String[] missing = {Point.class.getName(), Point.class.getName(), CodecContract.class.getName()};
        for (int i = 0; i < values.length; i++) {
            byte[] bytes = codec().encode(values[i]);
            assertThatExceptionOfType(UndecodableException.class)
                    .isThrownBy(() -> here.decode(bytes, 0, bytes.length))
                    .withMessageContaining("this worker's class path lacks " + missing[i] + ";");
        }
    }

    /** A loader of its own for the classes of tests, but for some. */
    private static final class Without extends ClassLoader {
        private final Set<String> missing;

        Without(String... missing) {
            super(CodecContract.class.getClassLoader());
            this.missing = Set.of(missing);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (missing.contains(name)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    @Test
    void named_ofEachCodec_readsWhatItWrote() {
        byte[] bytes = codec().encode(new Point(1, 2, "x"));

        assertThat(Codec.named(codec().name()).decode(bytes, 0, bytes.length)).isEqualTo(new Point(1, 2, "x"));
    }

    @Test
    void encode_fromManyThreads_eachGetsItsOwn() {
        boolean equal = IntStream.range(0, 2_000).parallel().allMatch(i -> {
            Point point = new Point(i, i, "p" + i);
            return sent(List.of(point, i)).equals(List.of(point, i));
        });

        assertThat(equal).isTrue();
    }
}
