package dev.bide.cli;

import static dev.bide.cli.Terminal.bide;
import static dev.bide.cli.Terminal.file;
import static dev.bide.cli.Terminal.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.cli.Terminal.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs whose tasks run in child JVMs. */
class RunElsewhereTest {
    static final String WHERE = """
            class Where {
                record Answer(long worker, String text) {}
                static Answer ask(String text) { return new Answer(ProcessHandle.current().pid(), text + "!"); }
                public static void main(String[] a) {
                    Answer answer = task(Where::ask).call("compiled here").then(b -> new Answer(b.worker, b.text + "!")).compute();
                    System.out.println(answer.text + " " + (answer.worker != ProcessHandle.current().pid()));
                }
            }""";

    /** An example's neighbour, changed: workers have the other one on their class path. */
    static final String CHANGED = """
            package dev.bide.examples;
            class Timed {
                static String which() { return "the changed one, " + Shipped.class.getSimpleName(); }
                public static void main(String[] a) {
                    System.out.println(dev.bide.Bide.task(Timed::which).call().compute());
                }
            }""";

    @TempDir
    private Path folder;

    @Test
    void run_sourceFileOnProcesses_workersHaveItsClasses() {
        Path file = source(folder, "Where.java", WHERE);
        assertThat(bide("run", file, "--scheduler", "processes(2)"))
                .isEqualTo(new Outcome(0, "compiled here!! true\n", ""));
        assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void run_changedCopyOfAnExample_workersRunTheCopy() {
        Path file = file(folder, "Timed.java", CHANGED);
        assertThat(bide("run", file, "--scheduler", "processes(1)"))
                .isEqualTo(new Outcome(0, "the changed one, Shipped\n", ""));
    }

    @Test
    void run_taskFailsOnAWorker_showsTheTasksOwnStackAlone() {
        Path file = source(folder, "Fails.java", """
                class Fails {
                    static int half(int n) { throw new IllegalStateException("no half of " + n); }
                    public static void main(String[] a) { task(Fails::half).call(3).compute(); }
                }""");

        Outcome outcome = bide("run", file, "--scheduler", "processes(1)");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("task half failed", "no half of 3", "at Fails.half(Fails.java:4)")
                .doesNotContain("dev.bide.remote", "java.base");
        assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void run_captureThatCannotTravel_isRefusedWithItsFieldAndNothingRuns() {
        Path file = source(folder, "Captures.java", """
                class Captures {
                    public static void main(String[] a) {
                        Thread mine = Thread.currentThread();
                        System.out.println(task(() -> mine.getName()).named("named").call().compute());
                    }
                }""");

        Outcome outcome = bide("run", file, "--scheduler", "processes(1)");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("task named", "can't be sent to another JVM", "java.lang.Thread"),
                        frame -> assertThat(frame).isEqualTo("\tat Captures.main(Captures.java:6)"));
    }

    @Test
    void run_argumentOrResultThatCannotTravel_saysWhichAndWhatToDo() {
        Path file = source(folder, "Sends.java", """
                class Sends {
                    record Conf(Object holder) {}
                    static int use(int a, Conf conf) { return a; }
                    static Thread make() { return Thread.currentThread(); }
                    static void tell(Runnable tried) {
                        try { tried.run(); } catch (RuntimeException e) { System.out.println(e.getMessage()); }
                    }
                    public static void main(String[] a) {
                        Conf conf = new Conf(Thread.currentThread());
                        tell(() -> task(Sends::use).call(1, conf).compute());
                        tell(() -> on(1).call(x -> x + 1).then(x -> use(x, conf)).compute());
                        tell(() -> task((Integer x) -> x + 1).call(1).zip(value(conf), Sends::use).compute());
                        task(Sends::make).call().compute();
                    }
                }""");

        Outcome outcome = bide("run", file, "--scheduler", "processes(1)");

        assertThat(outcome.out().lines())
                .satisfiesExactly(
                        plain -> assertThat(plain)
                                .contains(": argument 2 (a Sends$Conf) > field holder is a java.lang.Thread"),
                        captured ->
                                assertThat(captured).contains(": captured argument 1 (a Sends$Conf) > field holder"),
                        fused -> assertThat(fused).contains(": argument 2 (a Sends$Conf) > field holder is a"));
        assertThat(outcome.err())
                .contains("task make failed", "it is a java.lang.Thread; return what you read from it")
                .doesNotContain("dev.bide.remote", "org.apache.fory");
    }

    @Test
    void run_reportAndSummary_showTheWorkers() throws IOException {
        Path file = source(folder, "Where.java", WHERE);
        Path report = folder.resolve("page.html");

        Outcome outcome = bide("run", file, "--scheduler", "processes(1)", "--report=" + report);

        assertThat(outcome.err()).contains("2 tasks");
        assertThat(Files.readString(report)).contains("worker 1");
    }

    @Test
    void run_noWorkers_saysThatThereMustBeOne() {
        Path file = source(folder, "Where.java", WHERE);
        Outcome outcome = bide("run", file, "--scheduler", "ignite(0)");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("bide: 0 workers: a cluster has at least one");
    }
}
