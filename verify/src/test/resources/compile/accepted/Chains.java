package accepted;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Task2;
import java.util.List;
import java.util.Map;

/** Calls made from calls. */
class Chains {
    record Fit(double score, Map<String, Double> weights) {}

    static Number describe(Object any, CharSequence text) {
        return any.hashCode();
    }

    static void run(Delayed<Fit> fit, Delayed<String> text, DelayedList<Integer> numbers) {
        Delayed<Double> accessor = fit.then(Fit::score);
        Delayed<Map<String, Double>> generic = fit.then(Fit::weights);
        Delayed<Integer> lambda = text.then(s -> s.length() + 1);
        Delayed<Integer> overloaded = lambda.then(Math::abs);
        Delayed<Number> wider = text.<Number>then(String::length);
        Delayed<Object> acceptsWider = text.then(s -> s);
        Delayed<String> throwing = text.then(s -> java.nio.file.Files.readString(java.nio.file.Path.of(s)));
        Delayed<Integer> sum = numbers.then(all -> all.stream().mapToInt(n -> n).sum());

        Delayed<Integer> zipped = lambda.zip(overloaded, Integer::sum);
        Delayed<String> zippedLambda = text.zip(lambda, (s, n) -> s + n);
        Delayed<String> zippedWithList = text.zip(numbers, (s, all) -> s + all.size());
        Delayed<Number> zippedWider = numbers.zip(text, Chains::describe);

        Delayed<Integer> grown = text.thenDelayed(s -> on(s).call(String::length));
        Delayed<Number> grownWider = text.thenDelayed(s -> on(s).call(String::length));
        Delayed<List<Integer>> grownList = text.thenDelayed(s -> gather(List.of(value(1), value(2))));

        Delayed<Integer> after = zipped.after(fit, text).named("after fit").then(n -> n + 1);
        DelayedList<Integer> listAfter = numbers.after(fit).named("later").each(n -> n + 1);
        Delayed<Void> effect = on(text).run(System.out::println).named("show").after(after, listAfter);

        Task2<Object, CharSequence, Number> task =
                task(Chains::describe).named("describe").retry(2).pure();
        Delayed<Number> called = task.call(fit, text).named("this one");
    }
}
