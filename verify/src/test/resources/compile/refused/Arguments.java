package refused;

import static dev.bide.Bide.*;

import dev.bide.*;
import java.util.List;

/** Arguments of another type or number than the function takes. */
class Arguments {
    record Data(String text) {}

    static int analyze(List<Data> all) {
        return all.size();
    }

    static String repeat(String text, int times) {
        return text.repeat(times);
    }

    static int total(List<Integer> all) {
        return all.size();
    }

    static int six(int a, int b, int c, int d, int e, int f) {
        return 6;
    }

    static void run(
            List<Delayed<Data>> loop, Delayed<String> text, Delayed<Integer> number, DelayedList<String> texts) {
        task(Arguments::analyze).call(loop); // refused: List<Delayed<Arguments.Data>>
        Task1<List<Data>, Integer> declared = task(Arguments::analyze);
        declared.call(loop); // refused: List<Delayed<Arguments.Data>>
        on(loop).call(Arguments::analyze); // refused: List<Delayed<Arguments.Data>>
        task(Arguments::total).call(texts); // refused: DelayedList<String>
        on(texts).call(Arguments::total); // refused: List<String>

        task(Arguments::repeat).call("a", "b"); // refused: (String,String)
        task(Arguments::repeat).call("a", text); // refused: (String,Delayed<String>)
        task(Arguments::repeat).call(number, 3); // refused: (Delayed<Integer>,int)
        on("a", "b").call(Arguments::repeat); // refused: String cannot be converted to int
        on(number, 3).call(Arguments::repeat); // refused: Integer cannot be converted to String
        on(text).call((Integer n) -> n + 1); // refused: Fn1<? super String

        task(Arguments::repeat).call("a"); // refused: (String)
        task(Arguments::repeat).call("a", 3, 4); // refused: (String,int,int)
        task(Arguments::repeat).call(); // refused: no arguments
        on("a").call(Arguments::repeat); // refused: repeat
        on("a", 3, 4).call(Arguments::repeat); // refused: repeat
        task(Arguments::six).call(number, number, number, number, number, 6); // refused: int
    }
}
