package dev.bide.store;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;

import dev.bide.Delayed;
import dev.bide.Task1;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Calls of all kinds with arguments of all kinds, the same whenever it is asked for them. Prints their keys as a program. */
final class Battery {
    private Battery() {}

    record Point(double x, double y) {}

    record Box(@Nullable Object content) {}

    /** Has the hash code of its identity. */
    static final class Opaque implements Serializable {
        private static final long serialVersionUID = 1L;

        final String text;

        Opaque(String text) {
            this.text = text;
        }
    }

    /** Keeps hash tables whose order differs in each JVM. */
    @SuppressWarnings("serial") // the sets and maps are serialisable
    static final class Holder implements Serializable {
        private static final long serialVersionUID = 1L;

        final Set<Opaque> opaque = IntStream.range(0, 50)
                .mapToObj(i -> new Opaque("o" + i))
                .collect(Collectors.toCollection(HashSet::new));
        final HashMap<TimeUnit, Integer> units = new HashMap<>();
        final List<Set<String>> immutable = new ArrayList<>(List.of(letters(), Set.of()));
        final Map<String, Integer> map = Map.of("a", 1, "b", 2, "c", 3, "d", 4, "e", 5);

        Holder() {
            for (TimeUnit unit : TimeUnit.values()) {
                units.put(unit, unit.name().length());
            }
        }
    }

    static final class ByHand implements dev.bide.graph.Fn1<Object, String> {
        private static final long serialVersionUID = 1L;

        private final int offset;

        ByHand(int offset) {
            this.offset = offset;
        }

        @Override
        public String apply(Object a) {
            return a + "" + offset;
        }
    }

    static Object same(@Nullable Object argument) {
        return String.valueOf(argument);
    }

    static Set<String> letters() {
        return Set.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k");
    }

    static List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(
                null,
                true,
                (byte) 1,
                (short) 1,
                'a',
                1,
                1L,
                1f,
                1d,
                Double.NaN,
                "a",
                "",
                "\ud800",
                new BigInteger("12345678901234567890"),
                new BigDecimal("1.0"),
                TimeUnit.DAYS,
                String.class,
                int[].class,
                List.of(),
                List.of(1, 2),
                letters(),
                Map.of("a", 1, "b", 2, "c", 3),
                new TreeMap<>(Map.of("x", List.of(1), "y", List.of(2)))));
        values.addAll(arraysAndObjects());
        values.add(identities());
        values.add(new ConcurrentHashMap<>(Map.of(TimeUnit.DAYS, 1, TimeUnit.HOURS, 2, TimeUnit.SECONDS, 3)));
        values.add((dev.bide.graph.Fn1<String, Integer>) String::length);
        return values;
    }

    private static List<Object> arraysAndObjects() {
        return List.of(
                new int[] {1, 2},
                new long[] {1},
                new double[] {1, -0.0},
                new float[] {1},
                new byte[] {1},
                new char[] {'c'},
                new short[] {1},
                new boolean[] {true, false},
                new String[] {"a"},
                new double[][] {{1}, {2, 3}},
                Optional.of(1),
                Optional.empty(),
                LocalDate.of(2026, 1, 2),
                Instant.EPOCH,
                Duration.ofMillis(3),
                UUID.fromString("00000000-0000-0001-0000-000000000002"),
                ZonedDateTime.parse("2007-12-03T10:15:30+01:00[Europe/Paris]"),
                URI.create("http://example.org"),
                new Point(1, 2),
                new Box(letters()),
                new Box(new Box(null)),
                Path.of("there-is-no-such-file"),
                Map.entry("k", "v"),
                new Holder(),
                new Opaque("x"),
                EnumSet.of(TimeUnit.DAYS, TimeUnit.HOURS),
                Collections.unmodifiableMap(new LinkedHashMap<>(Map.of("one", 1))));
    }

    private static IdentityHashMap<Object, Object> identities() {
        IdentityHashMap<Object, Object> map = new IdentityHashMap<>();
        IntStream.range(0, 20).forEach(i -> map.put(new Opaque("i" + i), i));
        return map;
    }

    static List<Delayed<?>> calls() {
        Task1<Object, Object> same = task(Battery::same);
        List<Delayed<?>> calls = new ArrayList<>();
        values().forEach(argument -> calls.add(same.call(value(argument))));
        Set<String> letters = letters();
        Delayed<Object> one = same.call(1);
        calls.add(task((Object x) -> x + "" + letters).call(2));
        calls.add(task(new ByHand(3)).call(1));
        calls.add(on(3, 4).call(Math::max));
        calls.add(same.version("7").call(1));
        calls.add(task((Object x) -> "v" + x).version("7").named("v").call(1));
        calls.add(same.call(one));
        calls.add(same.call(same.call(one)));
        calls.add(same.each(List.of(1, 2, 3)).then(Battery::same));
        calls.add(same.call(Map.of("a", one, "b", 2)));
        calls.add(same.call(new Box(List.of(one, letters))));
        calls.add(one.thenDelayed(x -> same.call(letters)).then(Battery::same));
        calls.add(one.thenDelayed(x -> one).then(Battery::same));
        return calls;
    }

    /** One key a line, after the number of its call. */
    static String keys() {
        ContentKeys keys = new ContentKeys(false);
        List<Delayed<?>> calls = calls();
        return IntStream.range(0, calls.size())
                .mapToObj(i -> i + " " + keys.of(calls.get(i)).key().hex())
                .collect(Collectors.joining("\n"));
    }

    public static void main(String[] args) {
        System.out.println(keys());
    }
}
