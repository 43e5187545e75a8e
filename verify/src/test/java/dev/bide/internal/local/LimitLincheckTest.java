package dev.bide.internal.local;

import dev.bide.graph.Limit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * Both places of a limit are taken. Three tasks come and want one, the third of them inside another task; they ask again when
 * they like, two of them give up. Each of the places is given back once, and granted to who waits deepest, then longest.
 */
public class LimitLincheckTest {
    private final Limit limit = Limit.of("two", 2);
    private final Map<Integer, Call> asked = new ConcurrentHashMap<>();

    public LimitLincheckTest() {
        limit.enter(() -> {});
        limit.enter(() -> {});
    }

    private static final class Call implements Runnable {
        @Override
        public void run() {
            // Whoever is granted a place asks again in time.
        }
    }

    private boolean come(int task) {
        return limit.enter(task == 3 ? 1 : 0, asked.computeIfAbsent(task, ignored -> new Call()));
    }

    @Operation
    public boolean firstComes() {
        return come(1);
    }

    @Operation
    public boolean secondComes() {
        return come(2);
    }

    @Operation
    public boolean thirdComes() {
        return come(3);
    }

    private void withdraw(int task) {
        Runnable call = asked.get(task);
        if (call != null) {
            limit.withdraw(call);
        }
    }

    @Operation(runOnce = true)
    public void secondWithdraws() {
        withdraw(2);
    }

    @Operation(runOnce = true)
    public void thirdWithdraws() {
        withdraw(3);
    }

    @Operation(runOnce = true)
    public void onePlaceComesBack() {
        limit.leave();
    }

    @Operation(runOnce = true)
    public void theOtherComesBack() {
        limit.leave();
    }

    @Operation
    public int waiting() {
        return limit.waiting();
    }

    @Operation
    public int taken() {
        return limit.taken();
    }

    /** What it should behave like. */
    public static class Plain {
        private final Deque<Integer> waiting = new ArrayDeque<>();
        private final Deque<Integer> granted = new ArrayDeque<>();
        private int taken = 2;

        private boolean come(int task) {
            if (granted.remove(task)) {
                return true;
            }
            if (taken < 2) {
                taken++;
                return true;
            }
            boolean takesOver = task == 3 && granted.pollLast() != null;
            if (!takesOver && !waiting.contains(task)) {
                waiting.add(task);
            }
            return takesOver;
        }

        public boolean firstComes() {
            return come(1);
        }

        public boolean secondComes() {
            return come(2);
        }

        public boolean thirdComes() {
            return come(3);
        }

        private void withdraw(int task) {
            waiting.remove(task);
            if (granted.remove(task)) {
                onePlaceComesBack();
            }
        }

        public void secondWithdraws() {
            withdraw(2);
        }

        public void thirdWithdraws() {
            withdraw(3);
        }

        public void onePlaceComesBack() {
            Integer next = waiting.remove(3) ? Integer.valueOf(3) : waiting.poll();
            if (next == null) {
                taken--;
            } else {
                granted.add(next);
            }
        }

        public void theOtherComesBack() {
            onePlaceComesBack();
        }

        public int waiting() {
            return waiting.size();
        }

        public int taken() {
            return taken;
        }
    }

    @Test
    void places_byThreeThreads_areHandedOnOnce() {
        new ModelCheckingOptions()
                .sequentialSpecification(Plain.class)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(0)
                .actorsAfter(1)
                .iterations(10)
                .invocationsPerIteration(100)
                .check(LimitLincheckTest.class);
    }
}
