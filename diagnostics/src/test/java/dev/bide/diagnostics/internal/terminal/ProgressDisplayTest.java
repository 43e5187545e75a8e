package dev.bide.diagnostics.internal.terminal;

import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.recording.Steps.total;
import static dev.bide.diagnostics.internal.recording.Told.MS;
import static dev.bide.diagnostics.internal.recording.Told.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.diagnostics.internal.recording.Told;
import dev.bide.event.Event.Step;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What progress looks like; the test says what time it is. */
class ProgressDisplayTest {
    private static final IllegalStateException BAD = new IllegalStateException("bad");

    private final Screen inPlace = Screen.inPlace();
    private final Screen plain = Screen.plain();

    // fit-1 .. fit-n
    //    \   /
    //    list
    //      |
    //    best
    private static Delayed<Integer> fits(int n) {
        return total("best").call(step("fit").each(IntStream.range(0, n).boxed().toList()));
    }

    private static void show(ProgressDisplay display, long millis) {
        display.show(START + millis * MS);
    }

    /** A run that progress is shown of. */
    private record Shown(ProgressDisplay display, Told told) {
        static Shown on(Screen screen, @Nullable String title, boolean followed, Delayed<?> root) {
            ProgressDisplay display = new ProgressDisplay(title, followed, () -> screen.terminal);
            return new Shown(display, Told.run(root, display));
        }

        Shown at(long millis) {
            show(display, millis);
            return this;
        }

        Shown fits(int from, int to) {
            for (int i = from; i <= to; i++) {
                told.started("fit-" + i, 1, 0).done("fit-" + i, "w1", 0, 100);
            }
            return this;
        }
    }

    @Test
    void show_inTheFirstSecond_isNothing() {
        Shown shown = Shown.on(inPlace, null, false, fits(4)).fits(1, 2).at(999);
        shown.told.ended(999);

        assertThat(inPlace.written()).isEmpty();
    }

    @Test
    void show_onATerminal_hasALineForEachName() {
        Shown shown = Shown.on(inPlace, "cv", false, fits(4)).fits(1, 2);
        shown.told
                .started("fit-3", 1, 200)
                .threw(Step.RETRIED, "fit-3", 1, "w1", 200, 300, BAD)
                .started("fit-3", 2, 300);
        shown.at(1_200);

        assertThat(inPlace.lines())
                .containsExactly(
                        "cv 40 %: 2 of 5 tasks · 1 running · 1 tried again · 1.2 s, 1.8 s left",
                        "  fit   ██████████░░░░░░░░░░  2/4  p50 100 ms  1 running, 1 tried again",
                        "  best  ░░░░░░░░░░░░░░░░░░░░  0/1");
        shown.told.ended(2_000);
    }

    @Test
    void show_noTaskEndsForAWhile_theTimeLeftGoesDown() {
        Shown shown = Shown.on(inPlace, "cv", false, fits(4)).fits(1, 2).at(1_200);
        assertThat(inPlace.lines().get(0)).endsWith("0 running · 1.2 s, 1.8 s left");
        shown.at(2_200);
        assertThat(inPlace.lines().get(0)).endsWith("0 running · 2.2 s, 800 ms left");
        shown.at(9_200);
        assertThat(inPlace.lines().get(0)).endsWith("0 running · 9.2 s");
        shown.told.ended(9_300);
    }

    @Test
    void show_twoRunsOnATerminal_onlyTheFirstWritesOver() {
        Shown first = Shown.on(inPlace, "a", true, fits(4)).fits(1, 1).at(1_000);
        Shown second = Shown.on(inPlace, "b", true, fits(4)).fits(1, 2).at(1_100);

        assertThat(inPlace.lines()).last().asString().startsWith("b 40 %: 2 of 5 tasks");
        first.told.ended(2_000);
        second.fits(3, 4).at(2_100);
        assertThat(inPlace.lines()).last().asString().startsWith("  best");
        second.told.ended(3_000);
    }

    @Test
    void show_onATerminal_writesOverWhatItWrote() {
        Shown shown = Shown.on(inPlace, "cv", false, fits(4))
                .fits(1, 1)
                .at(1_000)
                .fits(2, 4)
                .at(1_200);

        assertThat(inPlace.lines())
                .containsExactly(
                        "cv 80 %: 4 of 5 tasks · 0 running · 1.2 s, 300 ms left",
                        "  fit   ████████████████████  4/4  p50 100 ms", "  best  ░░░░░░░░░░░░░░░░░░░░  0/1");
        shown.told.ended(2_000);
    }

    @Test
    void end_onATerminal_leavesOneLine() {
        Shown shown = Shown.on(inPlace, "cv", false, fits(4)).fits(1, 4).at(1_000);
        shown.told.done("best", "w1", 100, 200).ended(2_000);
        shown.at(2_500);

        assertThat(inPlace.lines()).containsExactly("cv 100 %: 5 of 5 tasks · 2 s");
    }

    @Test
    void end_toldByAnother_leavesNothing() {
        Shown shown = Shown.on(inPlace, "cv", true, fits(4)).at(1_000);
        shown.told.ended(2_000);

        assertThat(inPlace.lines()).isEmpty();
    }

    @Test
    void end_ofAFailedRun_saysHowFarItCame() {
        Shown shown = Shown.on(inPlace, "cv", false, fits(4)).fits(1, 2).at(1_000);
        shown.told
                .started("fit-3", 1, 1_000)
                .threw(Step.FAILED, "fit-3", 1, "w1", 1_000, 1_500, BAD)
                .skipped("best", 1_500)
                .ended(2_000, BAD);

        assertThat(inPlace.lines()).containsExactly("cv 80 %: 4 of 5 tasks · 1 failed · 1 skipped · 2 s");
    }

    @Test
    void show_notOnATerminal_isALineEachTenPercent() {
        Shown shown = Shown.on(plain, null, false, fits(99)).fits(1, 5).at(1_000);
        assertThat(plain.written()).isEmpty();
        shown.fits(6, 10)
                .at(1_200)
                .fits(11, 19)
                .at(1_400)
                .fits(20, 45)
                .at(1_600)
                .at(1_800);

        assertThat(plain.written()).isEqualTo("""
                        best 10 %: 10 of 100 tasks · 0 running · 1.2 s, 10.8 s left
                        best 45 %: 45 of 100 tasks · 0 running · 1.6 s, 1.96 s left
                        """);
        shown.told.ended(2_000);
    }

    @Test
    void show_notOnATerminal_isALineEachThirtySecondsAtLeast() {
        Shown shown = Shown.on(plain, null, false, fits(99)).at(1_000).at(29_999);
        assertThat(plain.written()).isEmpty();
        shown.at(30_000).at(59_999).at(60_000);

        assertThat(plain.lines())
                .containsExactly(
                        "best 0 %: 0 of 100 tasks · 0 running · 30 s", "best 0 %: 0 of 100 tasks · 0 running · 60 s");
        shown.told.ended(61_000);
    }

    @Test
    void end_notOnATerminal_isOneWholeLineMore() {
        String title = "t".repeat(150);
        Shown shown = Shown.on(plain, title, false, fits(4)).fits(1, 4).at(1_000);
        shown.told.done("best", "w1", 100, 200).ended(2_000);

        assertThat(plain.lines()).last().isEqualTo(title + " 100 %: 5 of 5 tasks · 2 s");
        assertThat(plain.written()).doesNotContain("\u001b");
    }

    @Test
    void end_notOnATerminalAndToldByAnother_isNoLineMore() {
        Shown shown = Shown.on(plain, "cv", true, fits(4)).fits(1, 4).at(1_000);
        shown.told.ended(2_000);

        assertThat(plain.lines()).hasSize(1);
    }
}
