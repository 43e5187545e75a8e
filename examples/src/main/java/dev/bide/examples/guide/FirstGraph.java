package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

/** Guide, page 1: a graph of three calls, and two calls that run at the same time. */
public final class FirstGraph {
    private FirstGraph() {}

    // [methods]
    static int inc(int x) {
        System.out.println("inc " + x);
        return x + 1;
    }

    static int add(int x, int y) {
        System.out.println("add " + x + " " + y);
        return x + y;
    }
    // [/methods]

    static void threeCalls() {
        // [build]
        var inc = task(FirstGraph::inc);
        var add = task(FirstGraph::add);

        Delayed<Integer> two = inc.call(1);
        Delayed<Integer> three = inc.call(two);
        Delayed<Integer> sum = add.call(two, three);
        System.out.println("built, and nothing has run");
        // [/build]

        // [compute]
        int five = sum.compute();
        System.out.println("sum is " + five);
        // [/compute]
    }

    // [meet]
    static String meet(CyclicBarrier both, String name) throws Exception {
        both.await(10, TimeUnit.SECONDS); // goes on when two threads wait here
        return name + " was not alone";
    }
    // [/meet]

    static void sideBySide() {
        // [parallel]
        var meet = task(FirstGraph::meet);
        var both = new CyclicBarrier(2);

        var left = meet.call(both, "left");
        var right = meet.call(both, "right");
        try (Scheduler threads = Schedulers.threads(2)) {
            System.out.println(left.zip(right, (l, r) -> l + ", " + r).compute(threads));
        }
        // [/parallel]
    }

    /**
     * Runs both.
     *
     * @param args not used
     */
    public static void main(String[] args) {
        threeCalls();
        sideBySide();
    }
}
