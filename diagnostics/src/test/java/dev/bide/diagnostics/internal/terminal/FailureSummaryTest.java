package dev.bide.diagnostics.internal.terminal;

import static dev.bide.diagnostics.internal.recording.Steps.join;
import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.terminal.Failing.at;
import static dev.bide.diagnostics.internal.terminal.Failing.inFit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.diagnostics.internal.recording.Told;
import dev.bide.event.Event.Step;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a run that has no result. */
class FailureSummaryTest {
    private static final String HERE = FailureSummaryTest.class.getName();

    private static List<String> withoutLines(List<String> summary) {
        return summary.stream()
                .map(line -> line.contains("Svm") ? line : line.replaceAll(":\\d+\\)$", ":n)"))
                .toList();
    }

    // load -> fit -> score
    private static Told threeAttempts() {
        Throwable unread = inFit(new IOException("cannot read fold-2.bin"));
        Throwable bad = inFit(new IllegalArgumentException("gamma is NaN"));
        Delayed<Integer> fit = step("fit").retry(2).call(step("load").call(1));
        return Told.run(step("score").call(fit))
                .done("load", "worker-1", 0, 100)
                .threw(Step.RETRIED, "fit", 1, "worker-5", 100, 900, unread)
                .threw(Step.RETRIED, "fit", 2, "worker-1", 1_000, 1_700, unread)
                .threw(Step.FAILED, "fit", 3, "worker-5", 1_700, 2_900, bad);
    }

    @Test
    void of_taskTriedThreeTimes_isACardAsInTheGuide() {
        Told told = threeAttempts();
        List<String> summary =
                Summary.of(told.ended(3_000, told.failure("fit", 1)).recording("nested-cv"), Path.of("report.html"));

        assertThat(withoutLines(summary))
                .containsExactly(
                        "✘ nested-cv failed after 3 s: 1 task failed, 1 not run because of it, 1 done",
                        "",
                        "  fit  failed 3 of 3 attempts",
                        "      1  800 ms  worker-5  IOException: cannot read fold-2.bin     retried after 100 ms",
                        "      2  700 ms  worker-1  IOException: cannot read fold-2.bin     retried",
                        "      3   1.2 s  worker-5  IllegalArgumentException: gamma is NaN",
                        "  java.lang.IllegalArgumentException: gamma is NaN",
                        "      at com.acme.cv.Svm.fit(Svm.java:88)",
                        "      … 4 bide frames hidden (-Dbide.stack=full)",
                        "  called at  " + HERE + ".threeAttempts(FailureSummaryTest.java:n)",
                        "  task from  dev.bide.diagnostics.internal.recording.Steps.step(Steps.java:n)",
                        "  inputs     x 1, from load",
                        "  led to     score  (not run)",
                        "  again      run.rerun(\"fit\") runs this task alone, in your thread",
                        "  report     report.html#fit");
    }

    @Test
    void of_errorInATaskWithRetries_isNotRetryable() {
        Told told = Told.run(step("fit").retry(2).call(1))
                .threw(Step.RETRIED, "fit", 1, "w1", 0, 1, inFit(new IOException("a")))
                .threw(Step.FAILED, "fit", 2, "w1", 2, 3, inFit(new AssertionError("b")));

        assertThat(Summary.of(told.ended(3, told.failure("fit", 1)).recording(), null))
                .contains("  fit  failed 2 of 3 attempts", "      2  1 ms  w1  AssertionError: b  not retryable");
    }

    private static Told fits(int n, Throwable... thrown) {
        Told told = Told.run(step("fit").each(IntStream.range(0, n).boxed().toList()));
        for (int i = 0; i < thrown.length; i++) {
            told.threw(Step.FAILED, "fit-" + (i + 1), 1, "w1", i, i + 1, thrown[i]);
        }
        return told;
    }

    private static TaskFailedException merged(Told told, int failures) {
        TaskFailedException first = told.failure("fit-1", 0);
        for (int i = 2; i <= failures; i++) {
            first.addSuppressed(told.failure("fit-" + i, i - 1));
        }
        return first;
    }

    @Test
    void of_manyTasksForOneReason_isOneCard() {
        Throwable[] thrown = IntStream.range(0, 8)
                .mapToObj(i -> inFit(new IllegalStateException("gamma " + i)))
                .toArray(Throwable[]::new);
        Told told = fits(9, thrown);
        List<String> summary = Summary.of(told.ended(20, merged(told, 8)).recording(), null);

        assertThat(summary)
                .startsWith("✘ list failed after 20 ms: 8 tasks failed, 0 done, 1 cancelled")
                .contains(
                        "  fit-1  failed",
                        "  also       fit-2, fit-3, fit-4, fit-5, fit-6 and 2 others  (the same exception)")
                .doesNotContain("  fit-2  failed");
    }

    @Test
    void of_manyReasons_showsTheFirstFive() {
        Throwable[] thrown = IntStream.range(0, 7)
                .mapToObj(i -> at(new IllegalStateException(), "com.acme.A" + i))
                .toArray(Throwable[]::new);
        Told told = fits(7, thrown);
        List<String> summary = Summary.of(told.ended(20, merged(told, 7)).recording(), Path.of("r.html"));

        assertThat(summary)
                .contains("  fit-1  failed", "  fit-5  failed")
                .doesNotContain("  fit-6  failed")
                .last()
                .isEqualTo("  … and 2 other causes, see r.html");
    }

    @Test
    void of_cancelledRun_saysWhy() {
        Told told = fits(3).done("fit-1", "w1", 0, 1).ended(9_300, new RunCancelledException("the run was cancelled"));

        assertThat(Summary.of(told.recording("cv"), null))
                .containsExactly(
                        "✘ cv was cancelled after 9.3 s: 1 done, 2 cancelled",
                        "  " + RunCancelledException.class.getName() + ": the run was cancelled");
    }

    @Test
    void of_cancelledRunInWhichTasksFailed_showsThemAll() {
        Told told = fits(3, at(new IllegalStateException(), "a.A"), at(new IllegalStateException(), "b.B"));
        RunCancelledException cancelled = new RunCancelledException("the run was cancelled");
        cancelled.addSuppressed(merged(told, 2));

        assertThat(Summary.of(told.ended(9, cancelled).recording("cv"), null))
                .startsWith(
                        "✘ cv was cancelled after 9 ms: 2 tasks failed, 0 done, 1 cancelled",
                        "  " + RunCancelledException.class.getName() + ": the run was cancelled")
                .contains("  fit-1  failed", "  fit-2  failed");
    }

    @Test
    void of_runThatLeftTasksBehind_saysWhich() {
        Told told = fits(2, inFit(new IllegalStateException()));
        TaskFailedException failed = merged(told, 1);
        failed.addSuppressed(new IllegalStateException("still running: fit-2"));

        assertThat(Summary.of(told.ended(9, failed).recording(), null))
                .contains("  java.lang.IllegalStateException: still running: fit-2");
    }

    // load -> grow -> end
    //    grow => fit -> score
    @Test
    @SuppressWarnings("serial") // javac guards whatever a package named internal passes as a serialisable lambda
    void of_failureInAGraphThatGrew_countsWhatWaitedForIt() {
        Delayed<Integer> grow =
                step("load").call(1).thenDelayed(x -> step("fit").call(x)).named("grow");
        Told told = Told.run(join("end").call(grow, step("alone").call(1)))
                .done("load", "w1", 0, 1)
                .grew("grow", 1, "w1", 1, 2, step("score").call(step("fit").call(1)))
                .threw(Step.FAILED, "fit", 1, "w1", 2, 3, inFit(new IllegalStateException("bad")));

        assertThat(Summary.of(told.ended(4, told.failure("fit", 1)).recording("cv"), null)
                        .get(0))
                .isEqualTo("✘ cv failed after 4 ms: 1 task failed, 2 not run because of it, 2 done, 1 cancelled");

        told.skipped("score", 4).skipped("grow", 4).done("alone", "w1", 4, 5).skipped("end", 5);
        assertThat(Summary.of(told.ended(5, told.failure("fit", 1)).recording("cv"), null)
                        .get(0))
                .isEqualTo("✘ cv failed after 5 ms: 1 task failed, 3 not run because of it, 2 done");
    }
}
