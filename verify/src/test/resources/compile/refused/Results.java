package refused;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Task1;
import dev.bide.graph.TaskGraph;
import java.util.List;
import java.util.Map;

/** Results taken for what they are not. */
class Results {
    static int length(String text) {
        return text.length();
    }

    static void run(Delayed<String> text, Map<String, Delayed<Integer>> map, List<String> plain, TaskGraph graph) {
        Delayed<String> called = task(Results::length).call("a"); // refused: Delayed<String>
        Delayed<String> first = on("a").call(Results::length); // refused: int
        Delayed<String> then = text.then(String::length); // refused: int
        Task1<String, String> task = Task1.of(Results::length); // refused: String
        Delayed<List<String>> list = task(Results::length).each(plain); // refused: Delayed<List<String>>
        DelayedList<Integer> asList = value(List.of(1)); // refused: DelayedList<Integer>
        Delayed<Map<String, String>> gathered = gather(map); // refused: Integer
        DelayedList<String> raw = gather(plain); // refused: String
        Delayed<Integer> fromGraph = delayed(graph, "length", String.class); // refused: Integer
        String computed = task(Results::length).call("a").compute(); // refused: Integer cannot be converted to String
        Integer notComputed = task(Results::length).call("a"); // refused: Delayed<Integer>
        Delayed<Integer> grown = text.thenDelayed(String::length); // refused: Delayed
        Delayed<Integer> nested = text.then(s -> value(s.length())); // refused: Delayed<T>
        Delayed<String> effect = on(text).run(System.out::println); // refused: Void
        Delayed<Integer> notDelayed = "a".length(); // refused: int cannot be converted
    }
}
