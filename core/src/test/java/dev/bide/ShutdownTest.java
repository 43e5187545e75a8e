package dev.bide;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.Scheduler;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A JVM that ends: tried in one of its own. */
class ShutdownTest {
    /** Exits while a task waits for ever, and in a hook closes its scheduler, and computes on that. */
    static final class ExitsWhileRunning {
        private ExitsWhileRunning() {}

        public static void main(String[] arguments) throws InterruptedException {
            Scheduler two = Schedulers.threads(2);
            CountDownLatch arrived = new CountDownLatch(1);
            Run<Integer> run = task(() -> {
                        arrived.countDown();
                        new CountDownLatch(1).await();
                        return 1;
                    })
                    .call()
                    .start(two);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> atTheEnd(two, run)));
            arrived.await();
            System.exit(3);
        }

        private static void atTheEnd(Scheduler two, Run<Integer> run) {
            Delayed<Integer> five = task(() -> 5).call();
            two.close();
            two.close();
            try {
                run.get();
            } catch (RunCancelledException cancelled) {
                System.out.println("cancelled");
            }
            try {
                five.compute(two);
            } catch (IllegalStateException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    private static String classPath() {
        return Stream.of(Bide.class, ShutdownTest.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    @Test
    void close_inAShutdownHook_cancelsWhatRunsAndLetsTheJvmEnd() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        ExitsWhileRunning.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(output.lines())
                .containsExactly("cancelled", "this scheduler is closed: start no runs on it, or close it later");
    }
}
