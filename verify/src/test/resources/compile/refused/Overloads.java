package refused;

import static dev.bide.Bide.*;

import dev.bide.Task1;

/** Functions whose types nothing tells. They compile with the arguments first or with a declared type. */
class Overloads {
    static void run() {
        task(Math::max).call(1, 2); // refused: max
        task(s -> s.length()).call("a"); // refused: find symbol
        task(String::format).call("%d", 1); // refused: ambiguous
        on(1).call(Integer::toString); // refused: ambiguous
        Task1<Integer, Double> widened = Task1.of(Math::sqrt); // refused: Integer
    }
}
