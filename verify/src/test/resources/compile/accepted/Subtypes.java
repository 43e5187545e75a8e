package accepted;

import static dev.bide.Bide.*;

import dev.bide.*;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What may stand where another type is asked for. */
class Subtypes {
    interface Shape {}

    record Circle(double radius) implements Shape {}

    record Box<T>(T content) {}

    static <T extends Comparable<T>> T largest(Collection<? extends T> all) {
        return all.iterator().next();
    }

    static String each(Iterable<? extends Number> all) {
        return all.toString();
    }

    static void run(Task2<Number, Shape, Double> task, Delayed<Integer> number, Delayed<Circle> circle) {
        Delayed<Double> plain = task.call(1, new Circle(1));
        Delayed<Double> delayed = task.call(number, circle);
        Delayed<Double> mixed = task.call(2.5f, circle);
        Delayed<Double> withNull = task.call(number, value(null));

        DelayedList<Integer> list = gather(List.of(number));
        Delayed<String> listAsIterable = task(Subtypes::each).call(list);
        Delayed<String> plainAsIterable = task(Subtypes::each).call(new ArrayList<Integer>());
        Delayed<Integer> bounded = on(list).call(Subtypes::largest);

        Delayed<? extends Number> wildcard = number;
        Delayed<Double> fromWildcard = wildcard.then(Number::doubleValue);
        Delayed<Double> onWildcard = on(wildcard).call(n -> n.doubleValue());

        Delayed<Box<Integer>> box = on(number).call(Box::new);
        Delayed<Integer> content = box.then(Box::content);
        Delayed<Optional<Circle>> optional = on(circle).call(Optional::of);
        Delayed<Shape> asShape = on(circle).call(c -> c);
        Delayed<Shape> valueAsShape = value(new Circle(1));
        Delayed<int[]> array = on(number).call(int[]::new);
        Delayed<Integer> arrayLength = array.then(a -> a.length);
    }
}
