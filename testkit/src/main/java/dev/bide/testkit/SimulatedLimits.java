package dev.bide.testkit;

import dev.bide.graph.Limit;
import dev.bide.remote.Command;
import dev.bide.remote.Event;
import dev.bide.remote.TaskId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The places of limits, and who is really at work with one. */
final class SimulatedLimits {
    private final SimulatedPool pool;
    private final Map<TaskId, Runnable> waiting = new HashMap<>();
    private final Set<Limit> seen = new HashSet<>();

    SimulatedLimits(SimulatedPool pool) {
        this.pool = pool;
    }

    void obey(Command command) {
        if (command instanceof Command.Enter enter) {
            TaskId id = new TaskId(enter.run(), enter.task());
            Runnable granted = new Runnable() {
                @Override
                public void run() {
                    waiting.remove(id, this);
                    grant(id, enter.limit());
                }
            };
            seen.add(enter.limit());
            if (enter.limit().enter(granted)) {
                grant(id, enter.limit());
            } else {
                waiting.put(id, granted);
            }
        } else if (command instanceof Command.Withdraw withdraw) {
            Runnable granted = waiting.remove(new TaskId(withdraw.run(), withdraw.task()));
            if (granted != null) {
                withdraw.limit().withdraw(granted);
            }
        } else if (command instanceof Command.Leave leave) {
            leave.limit().leave();
        }
    }

    private void grant(TaskId id, Limit limit) {
        pool.time.at(pool.now(), () -> pool.tell(new Event.PlaceGranted(id.run(), id.task(), limit, pool.now())));
    }

    void check() {
        for (Limit limit : seen) {
            if (limit.taken() != 0 || limit.waiting() != 0) {
                throw new AssertionError(
                        limit + ": " + limit.taken() + " places are left taken, " + limit.waiting() + " wait");
            }
        }
    }
}
