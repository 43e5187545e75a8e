package dev.bide.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessWorkersTest {
    private static final ProcessWorkers TWO = Processes.workers(2);

    @Test
    void choice_badValue_isRefusedByName() {
        refused("workers: 0 ", () -> Processes.workers(0));
        refused("workers: 1025 ", () -> Processes.start(1025));
        refused("threads: -1 ", () -> TWO.threads(-1));
        refused("heap: \"2 GB\" ", () -> TWO.heap("2 GB"));
        refused("heap: \"0g\" ", () -> TWO.heap("0g"));
        refused("jvmFlags: \"Xmx1g\" ", () -> TWO.jvmFlags("-Xint", "Xmx1g"));
        refused("jvmFlags: \"-cp\" ", () -> TWO.jvmFlags("-cp", "lib"));
        refused("classPath: ", () -> TWO.classPath());
        refused("environment: \"A=B\" ", () -> TWO.environment(Map.of("A=B", "C")));
    }

    @Test
    void choice_eachMethod_leavesTheOldChoice() {
        TWO.heap("1g").jvmFlags("-Xint").environment(Map.of("A", "B"));

        Launch launch = TWO.launch(EchoWorker.class);

        assertThat(launch.arguments()).contains("-XX:MaxRAMPercentage=25.0").doesNotContain("-Xmx1g", "-Xint");
        assertThat(launch.environment()).isEmpty();
    }

    @Test
    void inherited_flagsOfTheDriver_areThoseThatTasksMeet() {
        assertThat(JvmFlags.inherited(List.of(
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dx=1",
                        "-ea:foo...",
                        "-Xmx1g",
                        "-XX:+UseZGC",
                        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y",
                        "-javaagent:a.jar",
                        "-Dcom.sun.management.jmxremote.port=1",
                        "-Djdk.module.main=m")))
                .containsExactly("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Dx=1", "-ea:foo...");
    }

    @Test
    void worker_hardValues_getsThemAsTheyAre(@TempDir Path temp) throws IOException {
        Path odd = Files.createDirectory(temp.resolve("a \"b\" 'c' #\\ü"));
        Stream<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
        ProcessWorkers choice = Processes.workers(1)
                .heap("64m")
                .jvmFlags("-Dodd=a \"b\" 'c' #\\ü\n\t%", "-Dempty=")
                .environment(Map.of("BIDE_ODD", "a \"b\" c", "JAVA_TOOL_OPTIONS", "-Dtool=1"))
                .classPath(Stream.concat(Stream.of(odd), classPath).toArray(Path[]::new));
        try (EchoPool pool = EchoPool.of(choice, 1)) {
            pool.heard.next("joined");

            assertThat(pool.ask(1, "odd")).isEqualTo("a \"b\" 'c' #\\ü\n\t%");
            assertThat(pool.ask(1, "empty")).isEmpty();
            assertThat(pool.ask(1, "BIDE_ODD")).isEqualTo("a \"b\" c");
            assertThat(pool.ask(1, "tool")).isEqualTo("1");
            assertThat(pool.ask(1, "java.class.path")).startsWith(odd + File.pathSeparator);
            assertThat(pool.ask(1, "flags")).contains("-Xmx64m");
        }
    }

    @Test
    void folder_onlyLongNames_saysWhatToDo(@TempDir Path temp) throws IOException {
        Path deep = Files.createDirectory(temp.resolve("x".repeat(100)));

        assertThatThrownBy(() -> Folder.create(Set.of(deep)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("java.io.tmpdir");
        Folder.create().remove();
    }

    private static void refused(String message, Runnable choice) {
        assertThatIllegalArgumentException().isThrownBy(choice::run).withMessageStartingWith(message);
    }
}
