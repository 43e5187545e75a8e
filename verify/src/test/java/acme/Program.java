package acme;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.Task1;
import java.util.List;
import java.util.stream.IntStream;

/** A user's own, outside of Bide's packages: functions, a record, a task that is kept in a field, a graph that grows. */
public final class Program {
    private record Count(String word, int times) {}

    private static final Task1<Integer, Count> COUNT = task(Program::count);

    private Program() {}

    /**
     * A graph whose calls are lambdas, references, and functions that make more of it.
     *
     * @return what it computes: words, each as often as its number says
     */
    public static Delayed<List<String>> words() {
        List<Delayed<Count>> counts =
                IntStream.range(0, 20).mapToObj(COUNT::call).toList();
        return gather(counts)
                .thenDelayed(all -> gather(all.stream()
                        .map(count -> task(() -> count.word() + count.times()).call())
                        .toList()));
    }

    private static Count count(int times) {
        return new Count("w", times);
    }
}
