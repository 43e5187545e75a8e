package dev.bide.cli;

import static dev.bide.cli.Terminal.bide;
import static dev.bide.cli.Terminal.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.cli.Terminal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bide run} tells of runs, and {@code bide rerun}. */
class ExplanationTest {
    @TempDir
    private Path folder;

    // load ×3 -> clean ×3, of which the last throws if it is asked to -> list -> sum
    private Path program;

    @BeforeEach
    void writeProgram() {
        program = source(folder, "Rows.java", """
                class Rows {
                    static int load(int x) { return x; }
                    static int clean(int row, int bad) {
                        if (row == bad) throw new IllegalStateException("bad row " + row);
                        return row;
                    }
                    static int sum(List<Integer> rows) { return rows.size(); }
                    public static void main(String[] a) {
                        int bad = a.length;
                        List<Delayed<Integer>> rows = new ArrayList<>();
                        for (int x = 1; x <= 3; x++) {
                            rows.add(task(Rows::clean).call(task(Rows::load).call(x).named("load-" + x), 3 * bad)
                                    .named("clean-" + x));
                        }
                        System.out.println(task(Rows::sum).call(gather(rows)).compute());
                    }
                }""".replace("Delayed<", "dev.bide.Delayed<"));
    }

    @Test
    void run_withSummary_saysHowTheRunEnded() {
        Outcome outcome = bide("run", "--summary", program);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("3\n");
        assertThat(outcome.err()).startsWith("✔ Rows: 7 tasks in ").contains("parallelism ", "critical path ");
    }

    @Test
    void run_withSummaryAndAFailure_saysItOnce() {
        Outcome outcome = bide("run", "--summary", program, "bad");

        assertThat(outcome.code()).isOne();
        assertThat(outcome.err())
                .startsWith("✘ Rows failed after ")
                .containsOnlyOnce("IllegalStateException: bad row 3");
        assertThat(outcome.err()).contains("inputs     row 3, from load-3 · bad 3");
    }

    @Test
    void run_reportInAFile_isWritten() throws IOException {
        Path report = folder.resolve("rows.html");

        Outcome outcome = bide("run", "--report=" + report, program);

        assertThat(outcome.err()).contains("report " + report);
        assertThat(Files.readString(report)).contains("Rows");
    }

    @Test
    void run_traceThatCannotBeWritten_saysSoAndGoesOn() {
        Path trace = program.resolve("trace.json");

        Outcome outcome = bide("run", "--trace", trace, program);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("3\n");
        assertThat(outcome.err()).containsOnlyOnce("the trace could not be written to " + trace);
    }

    @Test
    void run_withoutOptions_saysNothing() {
        assertThat(bide("run", program)).isEqualTo(new Outcome(0, "3\n", ""));
    }

    @Test
    void rerun_failedTask_runsItInThisThread() {
        Outcome outcome = bide("rerun", program, "--task", "clean-3", "bad");

        assertThat(outcome.code()).isOne();
        assertThat(outcome.err())
                .startsWith("bide: computing what clean-3 needs\nbide: running clean-3 in thread "
                        + Thread.currentThread().getName() + "\njava.lang.IllegalStateException: bad row 3\n");
    }

    @Test
    void rerun_taskThatDoesNotFail_showsItsResultAndRunsNothingMore() {
        Outcome outcome = bide("rerun", program, "-t", "clean-2");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("clean-2 gives 2\n");
    }

    @Test
    void rerun_unknownTask_saysWhereTheKeysAre() {
        Outcome outcome = bide("rerun", program, "-t", "clean-9");

        assertThat(outcome.code()).isOne();
        assertThat(outcome.err())
                .isEqualTo(
                        "bide: no run of the program on the default scheduler had a task clean-9. The keys of its first"
                                + " run: bide graph " + program + "\n");
    }
}
