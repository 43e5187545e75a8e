package dev.bide.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DriverKilledTest {
    @Test
    void driver_killed_leavesNoWorkerAndNoFolder() throws Exception {
        drivenUntil(Process::destroyForcibly);
    }

    @Test
    void driver_endsWithoutClosing_leavesNoWorkerAndNoFolder() throws Exception {
        drivenUntil(Process::destroy);
    }

    private static void drivenUntil(Consumer<Process> end) throws Exception {
        Process driver = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Driver.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> workers = new ArrayList<>();
        BufferedReader says = driver.inputReader();
        Path folder = Path.of(Objects.requireNonNull(says.readLine()));
        for (int i = 0; i < 2; i++) {
            long pid = Long.parseLong(says.readLine());
            workers.add(ProcessHandle.of(pid).orElseThrow());
        }
        assertThat(folder).isDirectory();

        end.accept(driver);

        for (ProcessHandle worker : workers) {
            worker.onExit().get(20, TimeUnit.SECONDS);
        }
        driver.waitFor();
        assertThat(Files.exists(folder)).isFalse();
    }

    /** Starts two workers whose tasks are deaf, says where and which, and waits for its end. */
    static final class Driver {
        private Driver() {}

        public static void main(String[] args) throws IOException {
            EchoPool pool = EchoPool.of(2);
            pool.heard.next("joined");
            pool.heard.next("joined");
            List<ProcessHandle> workers = List.of(pool.processOf(1), pool.processOf(2));
            pool.send(1, EchoWorker.DEAF, "");
            pool.send(2, EchoWorker.DEAF, "");
            System.out.println(ArgumentsOf.folder(workers.get(0)));
            workers.forEach(worker -> System.out.println(worker.pid()));
            System.in.read();
        }
    }
}
