package dev.bide.remote.internal.wire;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.graph.Fn0;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.remote.codec.Codec;
import dev.bide.schedule.RunOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharingTest {
    private static final int SIZE = 8 * 10_000;

    private static double[] data() {
        return IntStream.range(0, SIZE / 8).asDoubleStream().toArray();
    }

    /** What has come to the other side. */
    private static final class Other implements Handles {
        private final Codec codec;
        private final Sharing from;
        private final Map<Integer, Object> known = new HashMap<>();

        Other(Codec codec, Sharing from) {
            this.codec = codec;
            this.from = from;
        }

        @Override
        public Node node(int handle) {
            throw new AssertionError("no handle was sent");
        }

        Object shared(int number) {
            return known.computeIfAbsent(number, unknown -> read(from.parcel(unknown)));
        }

        Object read(byte[] parcel) {
            return Unpacking.function(codec, this, this::shared, new Reader(parcel));
        }
    }

    private static List<byte[]> packed(Sharing sharing, List<? extends Object> functions) {
        return functions.stream()
                .map(function -> Packing.function(sharing, node -> -1, function))
                .toList();
    }

    private static Object called(Object function) throws Exception {
        return ((Fn0<?>) function).apply();
    }

    private static int size(List<byte[]> parcels) {
        return parcels.stream().mapToInt(parcel -> parcel.length).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fory", "jdk"})
    void function_manyCaptureALargeValue_goesApartFromTheSecondOn(String name) throws Exception {
        double[] data = data();
        Codec codec = Codec.named(name);
        Sharing sharing = Sharing.with(codec);
        List<Fn0<Object>> functions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int own = i;
            functions.add(() -> data[own] < 0 ? own : data);
        }

        List<byte[]> parcels = packed(sharing, functions);

        assertThat(size(parcels)).isBetween(SIZE, 2 * SIZE - 1);
        assertThat(sharing.used()).containsExactly(0);
        assertThat(sharing.used()).isEmpty();
        Other other = new Other(codec, sharing);
        Object second = called(other.read(parcels.get(1)));
        assertThat(second).isEqualTo(data);
        assertThat(called(other.read(parcels.get(4)))).isSameAs(second);
        assertThat(called(other.read(parcels.get(0)))).isEqualTo(data).isNotSameAs(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fory", "jdk"})
    void function_capturesMoreThanTheLargeValue_hasIt(String name) throws Exception {
        double[] data = data();
        Codec codec = Codec.named(name);
        Sharing sharing = Sharing.with(codec);
        List<Fn0<Object>> functions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List<Integer> own = new ArrayList<>(List.of(i));
            Object[] pair = {own, own};
            String text = i == 1 ? null : "t" + i;
            Fn0<Integer> inner = () -> own.get(0);
            int number = i;
            functions.add(() -> List.of(
                    "" + text,
                    inner.apply(),
                    number,
                    own,
                    System.identityHashCode(own) == System.identityHashCode(pair[0]),
                    System.identityHashCode(pair[0]) == System.identityHashCode(pair[1]),
                    data.length));
        }

        Other other = new Other(codec, sharing);
        List<byte[]> parcels = packed(sharing, functions);

        for (int i = 0; i < 3; i++) {
            String text = i == 1 ? "null" : "t" + i;
            assertThat(called(other.read(parcels.get(i))))
                    .isEqualTo(List.of(text, i, i, List.of(i), true, true, data.length));
        }
        assertThat(size(parcels)).isLessThan(2 * SIZE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fory", "jdk"})
    void function_smallValues_goAlong(String name) {
        double[] data = data();
        Sharing sharing = Sharing.with(Codec.named(name));
        List<Integer> few = new ArrayList<>(List.of(1, 2, 3));
        List<Fn0<Object>> functions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            double[] large = Arrays.copyOf(data, data.length);
            functions.add(() -> few.size() + large.length);
        }

        packed(sharing, functions);

        assertThat(sharing.used()).isEmpty();
        assertThat(sharing.parcels()).isEmpty();
    }

    // n captures the calls in list, which are the graph's and no data
    @ParameterizedTest
    @ValueSource(strings = {"fory", "jdk"})
    void function_largeValueHoldsCalls_goesAlong(String name) {
        double[] data = data();
        Sharing sharing = Sharing.with(Codec.named(name));
        List<Object> list = new ArrayList<>(List.of(data, task(() -> 1).call()));
        List<Fn0<Object>> functions = List.of(() -> list.get(0), () -> list.get(1), list::size);

        List<byte[]> parcels = packed(sharing, functions);

        assertThat(sharing.used()).isEmpty();
        assertThat(size(parcels)).isGreaterThan(3 * SIZE);
    }

    // data → sum (1) .. sum (5), each given and capturing it, gathered
    @ParameterizedTest
    @ValueSource(strings = {"fory", "jdk"})
    void graph_manyCallsUseALargeValue_isInItTwice(String name) {
        double[] data = data();
        Codec codec = Codec.named(name);
        List<Delayed<Double>> calls = new ArrayList<>();
        Delayed<double[]> given = value(data);
        for (int i = 0; i < 5; i++) {
            List<Integer> own = new ArrayList<>(List.of(i));
            calls.add(task((double[] all) -> all[own.get(0)] + data[1]).call(given));
        }

        byte[] bytes = Packing.graph(codec, node -> -1, gather(calls));

        assertThat(bytes.length).isLessThan(3 * SIZE);
        Node root = Unpacking.graph(codec, new Other(codec, Sharing.none(codec)), new Reader(bytes));
        assertThat(Schedulers.sync().start(Plan.of(root), RunOptions.defaults()).get())
                .isEqualTo(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fory", "jdk"})
    void none_always_everythingGoesAlong(String name) {
        double[] data = data();
        Sharing none = Sharing.none(Codec.named(name));
        List<Fn0<Object>> functions = List.of(() -> data, () -> data[0], () -> data[1]);

        assertThat(size(packed(none, functions))).isGreaterThan(3 * SIZE);
        assertThat(none.used()).isEmpty();
    }
}
