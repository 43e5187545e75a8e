package dev.bide.cli;

import static dev.bide.cli.Terminal.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.cli.Terminal.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static Outcome java(Object... arguments) throws IOException, InterruptedException {
        return java(List.of(), arguments);
    }

    private static Outcome java(List<String> options, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        Process process = new ProcessBuilder(command).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out, err);
    }
}
