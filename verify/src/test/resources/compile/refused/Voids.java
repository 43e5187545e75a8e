package refused;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.Task1;

/** Methods that give no value where one is asked for. */
class Voids {
    static void store(String text) {}

    static void run(Delayed<String> text) {
        var stored = task(Voids::store); // refused: void
        Task1<String, Void> declared = Task1.of(Voids::store); // refused: void
        on(text).call(Voids::store); // refused: void
        on(text).call(System.out::println); // refused: void
        on(text).call(s -> store(s)); // refused: void
        text.then(Voids::store); // refused: void
        text.zip(text, (a, b) -> store(a)); // refused: void
    }
}
