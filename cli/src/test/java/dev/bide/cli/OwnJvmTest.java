package dev.bide.cli;

import static dev.bide.cli.Terminal.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.cli.Terminal.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends a JVM, or needs one of another kind. */
class OwnJvmTest {
    @TempDir
    private Path folder;

    @Test
    void run_programExits_codePassesThrough() throws Exception {
        Path file = file(folder, "Exits.java", """
                class Exits { public static void main(String[] a) { System.exit(a.length); } }""");
        assertThat(java("run", file, "a", "b", "c")).isEqualTo(new Outcome(3, "", ""));
    }

    @Test
    void run_threadOutlivesMain_isWaitedFor() throws Exception {
        Path file = file(folder, "Outlives.java", """
                class Outlives {
                    public static void main(String[] a) {
                        Thread main = Thread.currentThread();
                        new Thread(() -> {
                            while (main.isAlive()) { Thread.onSpinWait(); }
                            System.out.println("last");
                        }).start();
                    }
                }""");
        assertThat(java("run", file)).isEqualTo(new Outcome(0, "last\n", ""));
    }

    @Test
    void graph_threadOutlivesMain_isNotWaitedFor() throws Exception {
        Path file = file(folder, "Waits.java", """
                class Waits {
                    public static void main(String[] a) {
                        new Thread(() -> java.util.concurrent.locks.LockSupport.park()).start();
                        dev.bide.Bide.on(1).call(x -> x).named("only").compute();
                    }
                }""");
        assertThat(java("graph", file)).isEqualTo(new Outcome(0, "only\n", ""));
    }

    @Test
    void run_runtimeWithoutCompiler_saysWhatToInstall() throws Exception {
        Path file = file(folder, "Any.java", "class Any {}");
        Outcome outcome = java(List.of("--limit-modules=java.se"), "run", file);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("bide: the Java in ")
                .contains("has no compiler: it is a JRE. Install a JDK, 17 or newer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"threads(2)", "processes(1)"})
    void run_jvmIsToldToEnd_saysThatTheRunWasCancelledAndWritesItsReport(String scheduler) throws Exception {
        Path file = file(folder, "Waits.java", """
                class Waits {
                    static int stay() throws InterruptedException {
                        System.out.println("at work");
                        new java.util.concurrent.CountDownLatch(1).await();
                        return 1;
                    }
                    public static void main(String[] a) { dev.bide.Bide.task(Waits::stay).call().compute(); }
                }""");
        Path report = folder.resolve("page.html");
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        command(List.of(), "run", file, "-s", scheduler, "--summary", "--report=" + report))
                .redirectError(said.toFile())
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).contains("at work");
            process.toHandle().destroy(); // destroy() itself would close the output
            assertThat(process.waitFor()).isNotZero();
            assertThat(said).content().contains("Waits was cancelled");
            assertThat(report).content().contains("Waits");
        } finally {
            process.destroyForcibly();
        }
    }

    private static Outcome java(Object... arguments) throws IOException, InterruptedException {
        return java(List.of(), arguments);
    }

    private static Outcome java(List<String> options, Object... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(options, arguments)).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }

    private static List<String> command(List<String> options, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return command;
    }
}
