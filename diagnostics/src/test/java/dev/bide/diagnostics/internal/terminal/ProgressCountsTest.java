package dev.bide.diagnostics.internal.terminal;

import static dev.bide.diagnostics.internal.recording.Steps.join;
import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.recording.Told.MS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.diagnostics.internal.recording.Told;
import dev.bide.event.Event.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts behind the progress, and the lines of many names. */
@SuppressWarnings("serial") // javac guards whatever a package named internal passes as a serialisable lambda
class ProgressCountsTest {
    private static final IllegalStateException BAD = new IllegalStateException("bad");

    private final ProgressCounts counts = new ProgressCounts();

    private List<String> lines() {
        return new ProgressText("cv", counts.names(), 1_000 * MS, 1_000 * MS).lines();
    }

    private NameProgress of(String name) {
        return counts.names().stream()
                .filter(each -> each.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    // load -> grow -> end
    //    grow => fit -> score
    private Told grown() {
        Delayed<Integer> load = step("load").call(1);
        Delayed<Integer> grow = load.thenDelayed(x -> step("fit").call(x)).named("grow");
        return Told.run(step("end").call(grow), counts)
                .started("load", 1, 0)
                .done("load", "w1", 0, 1)
                .started("grow", 1, 1)
                .grew(
                        "grow",
                        1,
                        "w1",
                        1,
                        3,
                        join("score").call(load, step("fit").call(1)));
    }

    @Test
    void graphGrew_newTasks_areCountedAndTheGrowerIsOpen() {
        grown();

        assertThat(new ProgressText("cv", counts.names(), 1_000 * MS, 1_000 * MS).line())
                .startsWith("cv 20 %: 1 of 5 tasks · 0 running · 1 s");
        assertThat(of("grow").median()).isEqualTo(2 * MS);
        assertThat(of("grow").left()).isOne();
    }

    @Test
    void graphGrew_itsResult_endsTheGrower() {
        grown().started("fit", 1, 3)
                .done("fit", "w1", 3, 4)
                .started("score", 1, 4)
                .done("score", "w1", 4, 5)
                .passedOn("grow", 5);

        assertThat(of("grow").done.sum()).isOne();
        assertThat(of("grow").running.sum()).isZero();
        assertThat(of("grow").mean()).isEqualTo(2 * MS);
    }

    @Test
    void graphGrew_itsFailure_skipsTheGrower() {
        grown().started("fit", 1, 3)
                .threw(Step.FAILED, "fit", 1, "w1", 3, 4, BAD)
                .skipped("score", 4)
                .skipped("grow", 4)
                .skipped("end", 4);

        assertThat(new ProgressText("cv", counts.names(), 1_000 * MS, 1_000 * MS).last())
                .isEqualTo("cv 100 %: 5 of 5 tasks · 1 failed · 3 skipped · 1 s");
    }

    @Test
    void cancelled_task_runsNoMore() {
        Told.run(step("fit").call(1), counts)
                .started("fit", 1, 0)
                .threw(Step.CANCELLED, "fit", 1, "w1", 0, 1, new InterruptedException());

        assertThat(of("fit").running.sum()).isZero();
        assertThat(of("fit").settled()).isZero();
    }

    // n1 -> n2 -> ... -> n15
    @Test
    void lines_manyNames_areThoseThatRunAndThoseWithMostToDo() {
        Delayed<Integer> last = step("n1").call(0);
        for (int i = 2; i <= 15; i++) {
            last = step("n" + i).call(last);
        }
        Told told = Told.run(last, counts);
        for (int i = 1; i <= 7; i++) {
            told.started("n" + i, 1, 0).done("n" + i, "w1", 0, 1);
        }
        told.started("n15", 1, 8);

        assertThat(lines()).hasSize(12).last().isEqualTo("  … and 5 other names");
        assertThat(lines().get(1)).startsWith("  n15 ").endsWith("1 running");
        assertThat(lines().get(2)).startsWith("  n8 ");
    }

    // fit-1 .. fit-100
    @Test
    void left_halfDone_isAsLongAgain() {
        List<Integer> inputs = IntStream.range(0, 100).boxed().toList();
        Told told = Told.run(step("fit").each(inputs), counts);
        List<String> lefts = new ArrayList<>();
        lefts.add(lines().get(0));
        for (int i = 1; i <= 100; i++) {
            told.started("fit-" + i, 1, 0).done("fit-" + i, "w1", 0, 10);
            if (i % 50 == 0) {
                lefts.add(lines().get(0));
            }
        }

        assertThat(lefts)
                .containsExactly(
                        "cv 0 %: 0 of 100 tasks · 0 running · 1 s",
                        "cv 50 %: 50 of 100 tasks · 0 running · 1 s, 1 s left",
                        "cv 100 %: 100 of 100 tasks · 0 running · 1 s");
    }
}
