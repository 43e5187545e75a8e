package dev.bide.diagnostics.internal.analysis;

import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.recording.Steps.total;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.diagnostics.internal.recording.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How many calls could have run at a time. */
class SlotsTest {
    // fit-1  fit-2  fit-3
    //    \     |     /
    //         list
    //          |
    //        best
    private static Told fits() {
        return Told.run(total("best").call(step("fit").each(List.of(1, 2, 3))));
    }

    // worker 1  1111......bbbb
    // worker 2  22............      lost
    // worker 3  ......33......      in its place
    // driver    .........l....
    @Test
    void of_workersElsewhere_countsNeitherTheDriverNorOneThatTookAnothersPlace() {
        Told told = fits().done("fit-1", "worker 1", 0, 10)
                .done("fit-2", "worker 2", 0, 5)
                .done("fit-3", "worker 3", 15, 20)
                .done("list", "driver", 20, 20)
                .done("best", "worker 1", 20, 30)
                .ended(30);

        assertThat(Slots.of(told.recording())).isEqualTo(2);
    }

    // worker 1  1111......bbbb
    //           22..
    //           ....33
    @Test
    void of_workerElsewhereThatRunsTwoCallsAtATime_isTwo() {
        Told told = fits().done("fit-1", "worker 1", 0, 10)
                .done("fit-2", "worker 1", 0, 5)
                .done("fit-3", "worker 1", 5, 10)
                .done("list", "driver", 10, 10)
                .done("best", "worker 1", 10, 30)
                .ended(30);

        assertThat(Slots.of(told.recording())).isEqualTo(2);
    }

    // w1  1111..........
    // w2  ....2222..bbbb
    // w3  ......33......
    @Test
    void of_threads_countsEachThatRanACall() throws InterruptedException {
        Told told = fits();
        as("w1", () -> told.done("fit-1", "w1", 0, 10));
        as("w2", () -> told.done("fit-2", "w2", 10, 20));
        as("w3", () -> told.done("fit-3", "w3", 15, 20).done("list", "w3", 20, 20));
        as("w2", () -> told.done("best", "w2", 20, 30));

        assertThat(Slots.of(told.ended(30).recording())).isEqualTo(3);
    }

    /** As threads tell of what they did themselves. */
    private static void as(String name, Runnable tells) throws InterruptedException {
        Thread thread = new Thread(tells, name);
        thread.start();
        thread.join();
    }

    @Test
    void of_runInWhichNothingWasCalled_isNone() {
        assertThat(Slots.of(fits().ended(0).recording())).isZero();
    }
}
