package dev.bide.diagnostics;

import static dev.bide.Bide.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.schedule.Run;
import dev.bide.schedule.Scheduler;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are written when a run ends, or cannot be. */
class DiagnosticsFilesTest {
    private final Captured captured = new Captured();
    private final Delayed<Integer> half = on(4).call(x -> x / 2).named("half");

    @TempDir
    private Path folder;

    @AfterEach
    void release() {
        captured.close();
    }

    private Diagnostics trace(String name) {
        return Diagnostics.trace(folder.resolve(name)).on(Schedulers.sync());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String titleOf(String file) throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve(file).toFile())
                .at("/traceEvents/0/args/name")
                .textValue();
    }

    @Test
    void trace_run_isThereWhenTheResultIs() throws IOException {
        assertThat(half.compute(trace("trace.json"))).isEqualTo(2);

        assertThat(titleOf("trace.json")).isEqualTo("half");
        assertThat(captured.text()).isEmpty();
    }

    @Test
    void trace_severalRuns_areFilesWithNumbers() throws IOException {
        Diagnostics traced = trace("a.trace.json");
        Diagnostics plain = trace("trace");
        for (int run = 0; run < 3; run++) {
            half.compute(traced);
            half.compute(plain);
        }

        assertThat(files())
                .containsExactly("a.trace-2.json", "a.trace-3.json", "a.trace.json", "trace", "trace-2", "trace-3");
    }

    @Test
    void trace_twoRunsAtOnce_areToldApart() throws IOException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        Delayed<Integer> one = on(1).call(x -> {
                    first.countDown();
                    second.await();
                    return x;
                })
                .named("one");
        Delayed<Integer> two = on(2).call(x -> {
                    first.await();
                    second.countDown();
                    return x;
                })
                .named("two");
        try (Scheduler threads = Schedulers.threads(2)) {
            Diagnostics traced = trace("trace.json").on(threads);
            Run<Integer> run = one.start(traced);
            assertThat(two.compute(traced)).isEqualTo(2);
            assertThat(run.get()).isEqualTo(1);
        }

        assertThat(titleOf("trace.json")).isEqualTo("one");
        assertThat(titleOf("trace-2.json")).isEqualTo("two");
    }

    @Test
    void and_twoFiles_writesBoth() throws IOException {
        half.compute(trace("a.json").and(trace("b.json")).and(Diagnostics.report(folder.resolve("c.html"))));

        assertThat(files()).containsExactly("a.json", "b.json", "c.html");
        assertThat(captured.lines()).last().isEqualTo("  report " + folder.resolve("c.html"));
    }

    @Test
    void trace_failedRun_isWritten() throws IOException {
        Throwable failed =
                catchThrowable(() -> on(0).call(x -> 1 / x).named("bad").compute(trace("trace.json")));

        assertThat(failed).hasCauseInstanceOf(ArithmeticException.class);
        assertThat(titleOf("trace.json")).isEqualTo("bad");
    }

    @Test
    void trace_threadThatIsInterrupted_isWrittenAndTheFlagStays() throws IOException {
        Delayed<Integer> interrupting = on(1).call(x -> {
            Thread.currentThread().interrupt();
            return x;
        });

        assertThat(interrupting.named("interrupting").compute(trace("trace.json")))
                .isOne();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(titleOf("trace.json")).isEqualTo("interrupting");
    }

    private void assertThatItIsSaidOnce(Path file) {
        assertThat(half.compute(Diagnostics.trace(file).on(Schedulers.sync()))).isEqualTo(2);

        assertThat(captured.lines())
                .singleElement()
                .asString()
                .startsWith("  the trace could not be written to " + file + ": java.");
    }

    @Test
    void trace_fileForAFolder_isSaidAndTheResultGiven() throws IOException {
        assertThatItIsSaidOnce(
                Files.createFile(folder.resolve("file")).resolve("new").resolve("trace.json"));
    }

    @Test
    void trace_folderInItsPlace_isSaidAndTheResultGiven() throws IOException {
        assertThatItIsSaidOnce(Files.createDirectory(folder.resolve("trace.json")));
    }

    @Test
    void trace_fullDisk_isSaidAndTheResultGiven() {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();

        assertThat(half.compute(Diagnostics.trace(full).on(Schedulers.sync()))).isEqualTo(2);

        assertThat(captured.text())
                .contains("the trace could not be written to /dev/full")
                .contains("No space left");
    }

    @Test
    void trace_folderMissing_isMade() {
        half.compute(trace("missing/deep/trace.json"));

        assertThat(folder.resolve("missing/deep/trace.json")).isRegularFile();
    }

    @Test
    void report_fileForAFolder_isSaidBelowTheSummary() throws IOException {
        Path file = Files.createFile(folder.resolve("file")).resolve("report.html");

        half.compute(Diagnostics.report(file).and(trace("trace.json")));

        assertThat(captured.lines().get(0)).startsWith("OK half");
        assertThat(captured.lines()).last().asString().startsWith("  the report could not be written to " + file);
        assertThat(folder.resolve("trace.json")).isRegularFile();
    }

    @Test
    void summary_standardErrorClosed_isSaidOnceToTheLog() {
        PrintStream before = System.err;
        PrintStream closed = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        closed.close();
        System.setErr(closed);
        try {
            Diagnostics all = Diagnostics.summary().and(Diagnostics.progress()).on(Schedulers.sync());
            assertThat(half.compute(all)).isEqualTo(2);
            assertThat(half.compute(all)).isEqualTo(2);
        } finally {
            System.setErr(before);
        }

        assertThat(captured.logged()).containsExactly("nothing can be written to standard error; the run goes on");
    }
}
