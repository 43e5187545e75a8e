package dev.bide.remote.driver;

import dev.bide.graph.Limit;
import dev.bide.remote.Event;
import dev.bide.remote.TaskId;
import java.util.HashMap;
import java.util.Map;

/** Places of limits that tasks wait for. Belongs to the driver's thread. */
final class Places {
    private final Driver driver;
    private final Map<TaskId, Runnable> waiting = new HashMap<>();

    Places(Driver driver) {
        this.driver = driver;
    }

    void enter(int run, int task, Limit limit) {
        TaskId id = new TaskId(run, task);
        Runnable call = new Runnable() {
            @Override
            public void run() {
                driver.mailbox.add(() -> ask(id, limit, this));
            }
        };
        waiting.put(id, call);
        ask(id, limit, call);
    }

    @SuppressWarnings("ReferenceEquality") // another call of the same task is another
    private void ask(TaskId id, Limit limit, Runnable call) {
        if (waiting.get(id) == call && limit.enter(call)) {
            waiting.remove(id);
            driver.mailbox.add(
                    () -> driver.tell(new Event.PlaceGranted(id.run(), id.task(), limit, System.nanoTime())));
        }
    }

    void withdraw(int run, int task, Limit limit) {
        Runnable call = waiting.remove(new TaskId(run, task));
        if (call != null) {
            limit.withdraw(call);
        }
    }
}
