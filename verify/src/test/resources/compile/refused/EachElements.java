package refused;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import java.util.List;

/** Elements that the function does not take. */
class EachElements {
    static int length(String text) {
        return text.length();
    }

    static String repeat(String text, int times) {
        return text.repeat(times);
    }

    static void store(String text) {}

    static void run(List<Integer> numbers, DelayedList<Integer> lazy, List<String> texts, List<Delayed<String>> loop) {
        task(EachElements::length).each(numbers); // refused: List<Integer>
        task(EachElements::length).each(lazy); // refused: DelayedList<Integer>
        task(EachElements::length).each(loop); // refused: List<Delayed<String>>
        task(EachElements::length).each("a"); // refused: String
        task(EachElements::length).each(value(texts)); // refused: Delayed<List<String>>
        task(EachElements::repeat).each(texts); // refused: List<String>
        task(EachElements::repeat).each(texts, texts); // refused: List<String>
        action(EachElements::store).each(lazy); // refused: DelayedList<Integer>
        lazy.each(EachElements::length); // refused: Integer cannot be converted to String
    }
}
