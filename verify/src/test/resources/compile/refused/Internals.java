package refused;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Task1;
import dev.bide.graph.TaskOptions;

/** Ways around the verbs: nodes and tasks are made by Bide, and do not change. */
class Internals {
    static void run(DelayedList<Integer> list) {
        new Delayed<String>(0, null); // refused: Delayed
        new Task1<String, String>(s -> s, TaskOptions.NONE); // refused: Task1
        list.add(null); // refused: add
    }

    static class Own extends Delayed<String> {} // refused: Delayed
}
