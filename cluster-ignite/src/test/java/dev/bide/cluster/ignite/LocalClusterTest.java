package dev.bide.cluster.ignite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalClusterTest {
    private static final String LISTENING = "0A";

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void startLocal_twoWorkers_listenOnLoopbackOnlyAndEndWithTheirStarter() throws Exception {
        Heard heard = new Heard();
        List<ProcessHandle> processes;

        try (IgniteWorkers workers = IgniteWorkers.startApart(2);
                IgnitePool pool = IgniteScheduler.pool(
                        OwnedNode.driver(new IgniteConfiguration(), List.of(workers.addresses())),
                        null,
                        EchoInbox.Maker.class)) {
            pool.start(heard);
            String one = Heard.within(heard.joined).name();
            String other = Heard.within(heard.joined).name();
            processes = workers.processes();
            assertThat(List.of(one.substring(0, 8), other.substring(0, 8)))
                    .containsExactlyInAnyOrder("worker-1", "worker-2");
            assertThat(workers.howToConnect())
                    .contains("IgniteScheduler.join(\"" + workers.addresses() + "\")")
                    .contains("--add-opens");
            for (ProcessHandle process : processes) {
                assertThat(listening(process.pid())).isNotEmpty().allMatch(LocalClusterTest::isLoopback);
            }
            assertThat(listening(ProcessHandle.current().pid())).isNotEmpty().allMatch(LocalClusterTest::isLoopback);
        }

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void join_sharedCluster_isRefusedWithWhatToSet() throws Exception {
        try (Jvms jvms = new Jvms(folder)) {
            jvms.stock("SHARED").await();

            assertThatThrownBy(() -> OwnedNode.driver(new IgniteConfiguration(), List.of(jvms.addresses()))
                            .close())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("deploymentMode ISOLATED");
        }
    }

    @Test
    void start_jvmWithoutTheFlags_saysWhichToAdd() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IgniteWorker.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isNotZero();
        assertThat(said).contains("JDK_JAVA_OPTIONS: " + String.join(" ", IgniteFlags.ADD_OPENS));
    }

    /** The local addresses, as the kernel writes them, that a process listens at. */
    private static List<String> listening(long pid) throws IOException {
        Set<String> sockets = sockets(pid);
        return Stream.concat(lines("/proc/net/tcp").stream(), lines("/proc/net/tcp6").stream())
                .map(line -> line.trim().split("\\s+"))
                .filter(words -> words.length > 9 && words[3].equals(LISTENING) && sockets.contains(words[9]))
                .map(words -> words[1].toUpperCase(Locale.ROOT))
                .toList();
    }

    private static List<String> lines(String file) throws IOException {
        return new File(file).exists() ? Files.readAllLines(Path.of(file)) : List.of();
    }

    private static Set<String> sockets(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.map(LocalClusterTest::target)
                    .filter(name -> name.startsWith("socket:["))
                    .map(name -> name.substring(8, name.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    /** 127.0.0.1, also as an address of version 6. */
    private static boolean isLoopback(String address) {
        return address.startsWith("0100007F:") || address.startsWith("0000000000000000FFFF00000100007F:");
    }
}
