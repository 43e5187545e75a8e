package patterns;

import static dev.bide.Bide.task;
import static dev.bide.Bide.value;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The functions and arguments of the call patterns. */
class Samples {
    static final String prefix = "a";
    static final List<String> names = List.of("a");
    static final List<Integer> numbers = List.of(1);
    static final Pair<String, Integer> pair = new Pair<>("a", 1);
    static final Map<String, Integer> ages = Map.of("a", 1);

    static final Delayed<String> text = value("a");
    static final Delayed<Integer> number = value(1);
    static final DelayedList<String> lazyNames = task(Samples::twice).each(names);
    static final DelayedList<Integer> lazyNumbers = task(Samples::length).each(names);

    record Point(int x, int y) {}

    record Pair<L, R>(L left, R right) {}

    static String twice(String s) {
        return s + s;
    }

    static int length(String s) {
        return s.length();
    }

    static String repeat(String s, int times) {
        return s.repeat(times);
    }

    static String load(String file) throws IOException {
        throw new IOException(file);
    }

    static String missing(String key) {
        return null;
    }

    static int sum(int... terms) {
        return terms.length;
    }

    static <T> T first(List<T> list) {
        return list.get(0);
    }

    static double total(List<? extends Number> list) {
        return list.get(0).doubleValue();
    }

    static double half(Number n) {
        return n.doubleValue() / 2;
    }

    static String join(List<String> words) {
        return String.join(" ", words);
    }

    static int count(String[] words) {
        return words.length;
    }

    static String orEmpty(Optional<String> word) {
        return word.orElse("");
    }

    static int oldest(Map<String, Integer> byName) {
        return byName.size();
    }

    static Function<Integer, Integer> adder(int n) {
        return m -> m + n;
    }

    static int factorial(int n) {
        return n == 0 ? 1 : n * task(Samples::factorial).call(n - 1).compute();
    }

    static String four(String a, int b, String c, int d) {
        return a + b + c + d;
    }

    static String eight(String a, int b, String c, int d, String e, int f, String g, int h) {
        return a + b + c + d + e + f + g + h;
    }

    static void store(String text, int times) {}

    static void log(String text) {}
}
