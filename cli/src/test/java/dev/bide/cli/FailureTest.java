package dev.bide.cli;

import static dev.bide.cli.Terminal.bide;
import static dev.bide.cli.Terminal.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.cli.Terminal.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"sync", "threads(2)"})
    void run_taskThrows_showsTheTaskAndTheUsersStack(String scheduler) {
        Path file = source(folder, "Fails.java", """
                class Fails {
                    static int clean(String row) {
                        throw new IllegalStateException("bad row " + row);
                    }
                    public static void main(String[] a) {
                        var cleaned = task(Fails::clean).call("7");
                        on(cleaned).call(x -> x + 1).compute();
                    }
                }""");
        assertThat(bide("run", file, "-s", scheduler)).isEqualTo(new Outcome(1, "", """
                        task clean failed: java.lang.IllegalStateException: bad row 7
                            called at  Fails.main(Fails.java:8)
                            task from  Fails.main(Fails.java:8)
                            inputs     row "7"
                            led to     Fails.java:9  (not run)
                            again      run.rerun("clean") runs this task alone, in your thread
                        Caused by: java.lang.IllegalStateException: bad row 7
                        \tat Fails.clean(Fails.java:5)
                        """));
    }

    @Test
    void run_libraryMethodThrows_keepsItsFrames() {
        Path file = source(folder, "Parse.java", """
                class Parse {
                    public static void main(String[] a) {
                        dev.bide.Task1.<String, Integer>of(Integer::valueOf).call("x").compute();
                    }
                }""");
        assertThat(bide("run", file).err())
                .contains("task valueOf failed", "java.lang.Integer.valueOf(")
                .doesNotContain("\tat dev.bide.");
    }

    @Test
    void run_nestedRunFails_showsBothTasks() {
        Path file = source(folder, "Nested.java", """
                class Nested {
                    static int inner() { throw new IllegalStateException("deep"); }
                    static int outer() { return task(Nested::inner).call().compute(); }
                    public static void main(String[] a) {
                        task(Nested::outer).call().compute();
                    }
                }""");
        assertThat(bide("run", file).err())
                .startsWith("task outer failed: ")
                .contains("task inner failed: ", "at Nested.outer(Nested.java:5)", "at Nested.inner(Nested.java:4)");
    }

    @Test
    void run_severalTasksThrow_showsAll() {
        Path file = source(folder, "Two.java", """
                class Two {
                    static int fail(int i) { throw new IllegalStateException("number " + i); }
                    public static void main(String[] a) {
                        var options = dev.bide.schedule.RunOptions.defaults().keepGoing();
                        task(Two::fail).each(List.of(1, 2)).compute(dev.bide.Schedulers.sync(), options);
                    }
                }""");
        assertThat(bide("run", file).err())
                .startsWith("task fail-1 failed: ")
                .contains("Caused by: java.lang.IllegalStateException: number 1\n\tat Two.fail(Two.java:4)\n")
                .contains("Also: task fail-2 failed: ", "number 2\n\tat Two.fail(Two.java:4)\n");
    }

    @Test
    void run_mainThrows_showsItsStackWithoutTheCommandLines() {
        Path file = source(folder, "Throws.java", """
                class Throws {
                    public static void main(String[] a) throws Exception { throw new java.io.IOException("no disk"); }
                }""");
        assertThat(bide("run", file))
                .isEqualTo(new Outcome(1, "", "java.io.IOException: no disk\n\tat Throws.main(Throws.java:4)\n"));
    }
}
