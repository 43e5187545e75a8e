package accepted;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Task1;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** One call for each element. */
class EachCalls {
    static int half(Number n) {
        return n.intValue() / 2;
    }

    static String tag(Number n, String tag) {
        return tag + n;
    }

    static String three(Number n, String tag, double x) {
        return tag + n + x;
    }

    static void store(String text, Path file) {}

    static void run(List<Integer> plain, DelayedList<Integer> lazy, Delayed<String> tag, Set<Double> set) {
        var half = task(EachCalls::half);
        DelayedList<Integer> ofPlain = half.each(plain);
        DelayedList<Integer> ofLazy = half.each(lazy);
        DelayedList<Integer> ofSet = half.each(set);
        DelayedList<Integer> nested = half.each(half.each(half.each(plain)));

        var tagged = task(EachCalls::tag);
        DelayedList<String> plainPlain = tagged.each(plain, "t");
        DelayedList<String> plainLazy = tagged.each(plain, tag);
        DelayedList<String> lazyPlain = tagged.each(lazy, "t");
        DelayedList<String> lazyLazy = tagged.each(lazy, tag);
        DelayedList<String> mixed = task(EachCalls::three).each(lazy, tag, 1.0);

        DelayedList<Void> effects = action(EachCalls::store).each(plainPlain, Path.of("out"));
        DelayedList<Integer> lambdas = lazy.each(n -> n * 2);
        DelayedList<Integer> references = lazy.each(EachCalls::half);
        DelayedList<String> overloaded =
                Task1.<Integer, String>of(String::valueOf).each(plain);

        for (Delayed<String> one : plainPlain) {
            Delayed<Integer> length = one.then(String::length);
        }
        Delayed<String> first = plainPlain.get(0);
    }
}
