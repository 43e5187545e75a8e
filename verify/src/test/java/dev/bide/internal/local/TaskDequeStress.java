package dev.bide.internal.local;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.JJ_Result;

/** The deque on real hardware: no task is lost, none is taken twice, none is seen before it is there. */
public final class TaskDequeStress {
    private static final int[] DIGITS = {1, 10, 100, 1_000};

    private TaskDequeStress() {}

    /** The owner and a thief want the only task. */
    @JCStressTest
    @Outcome(id = "1, -1", expect = ACCEPTABLE, desc = "the owner has it")
    @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "the thief has it")
    @Outcome(expect = FORBIDDEN, desc = "lost or doubled")
    @State
    public static class LastTask {
        private final TaskDeque deque = new TaskDeque();

        public LastTask() {
            deque.push(1);
        }

        @Actor
        public void owner(JJ_Result taken) {
            taken.r1 = deque.pop();
        }

        @Actor
        public void thief(JJ_Result taken) {
            taken.r2 = deque.steal();
        }
    }

    /** A thief looks while the owner makes the array and puts the first task into it. */
    @JCStressTest
    @Outcome(id = "1, -1", expect = ACCEPTABLE, desc = "the thief has it")
    @Outcome(id = "-1, 1", expect = ACCEPTABLE, desc = "it is still there")
    @Outcome(expect = FORBIDDEN, desc = "lost, doubled, or seen before it was there")
    @State
    public static class FirstTask {
        private final TaskDeque deque = new TaskDeque();

        @Actor
        public void owner() {
            deque.push(1);
        }

        @Actor
        public void thief(JJ_Result taken) {
            taken.r1 = deque.steal();
        }

        @Arbiter
        public void rest(JJ_Result taken) {
            taken.r2 = deque.pop();
        }
    }

    /** How often each of the tasks 0 to 3 was taken, as the decimal digits of a number. */
    private static int tally(long... taken) {
        int tally = 0;
        for (long task : taken) {
            tally += task < 0 ? 0 : DIGITS[(int) task];
        }
        return tally;
    }

    /** The owner takes back two tasks while a thief takes two. */
    @JCStressTest
    @Outcome(id = "11", expect = ACCEPTABLE, desc = "each once")
    @Outcome(expect = FORBIDDEN, desc = "lost or doubled")
    @State
    public static class TwoTasks {
        private final TaskDeque deque = new TaskDeque();
        private int owners;
        private int thiefs;

        public TwoTasks() {
            deque.push(0);
            deque.push(1);
        }

        @Actor
        public void owner() {
            owners = tally(deque.pop(), deque.pop());
        }

        @Actor
        public void thief() {
            thiefs = tally(deque.steal(), deque.steal());
        }

        @Arbiter
        public void all(I_Result tally) {
            tally.r1 = owners + thiefs + tally(deque.pop(), deque.pop());
        }
    }

    /** The owner pushes and pops while two thieves are after its tasks. */
    @JCStressTest
    @Outcome(id = "111", expect = ACCEPTABLE, desc = "each once")
    @Outcome(expect = FORBIDDEN, desc = "lost or doubled")
    @State
    public static class TwoThieves {
        private final TaskDeque deque = new TaskDeque();
        private int owners;
        private int ones;
        private int others;

        public TwoThieves() {
            deque.push(0);
        }

        @Actor
        public void owner() {
            deque.push(1);
            long popped = deque.pop();
            deque.push(2);
            owners = tally(popped, deque.pop());
        }

        @Actor
        public void one() {
            ones = tally(deque.steal(), deque.steal());
        }

        @Actor
        public void other() {
            others = tally(deque.steal(), deque.steal());
        }

        @Arbiter
        public void all(I_Result tally) {
            tally.r1 = owners + ones + others + tally(deque.pop(), deque.pop(), deque.pop());
        }
    }

    /** The array is full, and its last tasks stand before its first: the owner has to grow it while a thief takes from the old one. */
    @JCStressTest
    @Outcome(id = "1111", expect = ACCEPTABLE, desc = "each once")
    @Outcome(expect = FORBIDDEN, desc = "lost or doubled")
    @State
    public static class FullArray {
        private static final int LENGTH = 32;
        private static final long NOBODYS = -2;

        private final TaskDeque deque = new TaskDeque();
        private int owners;
        private int thiefs;

        public FullArray() {
            for (int i = 0; i < 5; i++) {
                deque.push(NOBODYS);
                deque.steal();
            }
            deque.push(0);
            deque.push(1);
            for (int i = 2; i < LENGTH; i++) {
                deque.push(NOBODYS);
            }
        }

        @Actor
        public void owner() {
            deque.push(2);
            deque.push(3);
            owners = tally(deque.pop());
        }

        @Actor
        public void thief() {
            thiefs = tally(deque.steal(), deque.steal(), deque.steal());
        }

        @Arbiter
        public void all(I_Result tally) {
            int rest = 0;
            while (!deque.isEmpty()) {
                rest += tally(deque.pop());
            }
            tally.r1 = owners + thiefs + rest;
        }
    }
}
