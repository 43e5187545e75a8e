package dev.bide.internal.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * The deque is linearisable: one owner pushes and pops, others steal, and it behaves as a plain deque would.
 *
 * <pre>
 *   owner   push 1, push 2, pop ...
 *   thieves            steal, steal
 * </pre>
 */
public class TaskDequeLincheckTest {
    private final TaskDeque deque = new TaskDeque();
    private long next;

    @Operation(nonParallelGroup = "owner")
    public void push() {
        deque.push(next++);
    }

    @Operation(nonParallelGroup = "owner")
    public long pop() {
        return deque.pop();
    }

    /** A thief that was beaten to a task may go away empty-handed, so it tries until there is nothing. */
    @Operation
    public long steal() {
        long task = deque.steal();
        while (task == TaskDeque.NONE && !deque.isEmpty()) {
            task = deque.steal();
        }
        return task;
    }

    /** What it should behave like. */
    public static class PlainDeque {
        private final Deque<Long> tasks = new ArrayDeque<>();
        private long next;

        public void push() {
            tasks.addLast(next++);
        }

        public long pop() {
            Long task = tasks.pollLast();
            return task == null ? TaskDeque.NONE : task;
        }

        public long steal() {
            Long task = tasks.pollFirst();
            return task == null ? TaskDeque.NONE : task;
        }
    }

    @Test
    void pushPopSteal_underModelChecking_isLinearisable() {
        new ModelCheckingOptions()
                .sequentialSpecification(PlainDeque.class)
                .threads(3)
                .actorsPerThread(3)
                .iterations(6)
                .invocationsPerIteration(100)
                .check(TaskDequeLincheckTest.class);
    }

    @Test
    void pushPopSteal_underStress_isLinearisable() {
        new StressOptions()
                .sequentialSpecification(PlainDeque.class)
                .threads(2)
                .actorsPerThread(4)
                .iterations(6)
                .invocationsPerIteration(500)
                .check(TaskDequeLincheckTest.class);
    }
}
