package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.Task2;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Plans of graphs that share nodes, made at once: one is held in the {@code equals} of a pure call's argument. */
class OverlappingPlansTest {
    /** All are equal; the first comparison does something else first. */
    static final class Argument {
        private final AtomicReference<Runnable> first;

        Argument(AtomicReference<Runnable> first) {
            this.first = first;
        }

        @Override
        public boolean equals(Object other) {
            Runnable action = first.getAndSet(null);
            if (action != null) {
                action.run();
            }
            return other instanceof Argument;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private final AtomicReference<Runnable> first = new AtomicReference<>();
    private final Task1<Object, Integer> use = task((Object x) -> 1).pure().named("use");
    private final Task2<Integer, Integer, Integer> add =
            task((Integer x, Integer y) -> x + y).named("add");
    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1).named("inc");

    // inc   use  use    the calls of use are equal: their arguments are compared while planning
    //   \   /   /
    //    add   /
    //      \  /
    //      add
    private final Delayed<Integer> shared = inc.call(0);
    private final Delayed<Integer> sum = add.call(shared, use.call(new Argument(first)));
    private final Delayed<Integer> root = add.call(sum, use.call(new Argument(first)));

    private static void assertComplete(Plan plan) {
        assertThat(plan.size()).isEqualTo(4);
        assertThat(plan.dependencies()).containsExactly(0, 1, 2, 1);
        assertThat(plan.dependencyStart()).containsExactly(0, 0, 0, 2, 4);
    }

    @Test
    void of_oneThreadHeldInTheMiddle_leavesTheOtherAlone() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        first.set(() -> {
            held.countDown();
            awaitQuietly(goOn);
        });
        CompletableFuture<Plan> slow =
                CompletableFuture.supplyAsync(() -> Plan.of(root), action -> new Thread(action, "planner").start());
        held.await();

        Plan quick = Plan.of(root);
        goOn.countDown();

        assertComplete(quick);
        assertComplete(slow.get());
        assertThat(slow.get().node(0)).isSameAs(shared);
    }

    @Test
    void of_planInsideAPlan_leavesTheOuterAlone() {
        AtomicReference<Plan> inner = new AtomicReference<>();
        first.set(() -> inner.set(Plan.of(on(sum).call(x -> x))));

        Plan outer = Plan.of(root);

        assertComplete(outer);
        assertThat(inner.get().size()).isEqualTo(4);
        assertThat(inner.get().dependencies()).containsExactly(0, 1, 2);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
