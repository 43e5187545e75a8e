package dev.bide;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.event.Event;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.RunListener;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunCancelledException;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /** Runs a task until the JVM is told to end; what the task does then is the argument. */
    static final class RunsUntilTold {
        private RunsUntilTold() {}

        public static void main(String[] arguments) {
            boolean deaf = arguments[0].equals("deaf");
            try (Scheduler two = Schedulers.threads(2)) {
                task(() -> work(deaf)).call().compute(two, RunOptions.defaults().grace(Duration.ofMillis(200)));
            } catch (RunCancelledException cancelled) {
                System.out.println(cancelled.getMessage());
            }
        }

        private static int work(boolean deaf) throws InterruptedException {
            System.out.println("at work");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException told) {
                System.out.println("told");
                while (deaf) {
                    Thread.onSpinWait();
                }
                throw told;
            } finally {
                System.out.println("cleaned up");
            }
            return 1;
        }
    }

    /** Ends the JVM from inside a task, while another task waits. */
    static final class ExitsInside {
        private ExitsInside() {}

        public static void main(String[] arguments) {
            Scheduler two = Schedulers.threads(2);
            CountDownLatch arrived = new CountDownLatch(1);
            task((Integer i) -> i == 0 ? waits(arrived) : exits(arrived))
                    .each(List.of(0, 1))
                    .compute(two);
        }

        private static int waits(CountDownLatch arrived) throws InterruptedException {
            try {
                arrived.countDown();
                new CountDownLatch(1).await();
                return 0;
            } finally {
                System.out.println("cleaned up");
            }
        }

        private static int exits(CountDownLatch arrived) throws InterruptedException {
            arrived.await();
            System.exit(7);
            return 1;
        }
    }

    /** Listens to the end of a run until the JVM has been told to end, and a while longer. */
    static final class ListensUntilTold implements RunListener {
        private ListensUntilTold() {}

        public static void main(String[] arguments) {
            RunOptions heard = RunOptions.defaults().listener(new ListensUntilTold());
            task(() -> 1).call().compute(Schedulers.sync(), heard);
        }

        @Override
        public void on(Event event) {
            if (event instanceof RunEnded) {
                System.out.println("at work");
                while (!isEnding()) {
                    Thread.onSpinWait();
                }
                long enough = System.nanoTime() + Duration.ofMillis(300).toNanos();
                while (System.nanoTime() < enough) {
                    Thread.onSpinWait();
                }
                System.out.println("heard");
            }
        }

        private static boolean isEnding() {
            return Thread.getAllStackTraces().keySet().stream()
                    .anyMatch(thread -> thread.getName().equals("bide-shutdown"));
        }
    }

    /** Ends the JVM when it hears that a run is over. */
    static final class ExitsWhenOver implements RunListener {
        private ExitsWhenOver() {}

        public static void main(String[] arguments) {
            RunOptions heard = RunOptions.defaults().listener(new ExitsWhenOver());
            task(() -> 1).call().compute(Schedulers.threads(2), heard);
        }

        @Override
        public void on(Event event) {
            if (event instanceof RunEnded) {
                System.exit(7);
            }
        }
    }

    private static Process java(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Starts the program, ends it once its task is at work, and gives what it says then. */
    private static List<String> told(String how) throws IOException, InterruptedException {
        return told(RunsUntilTold.class, how);
    }

    private static List<String> told(Class<?> program, String... arguments) throws IOException, InterruptedException {
        Process process = java(program, arguments);
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("at work");
            process.toHandle().destroy(); // destroy() itself would close the output
            List<String> lines = output.lines().toList();
            assertThat(process.waitFor()).isNotZero();
            return lines;
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void terminate_taskIsRunning_isInterruptedAndCleansUpFirst() throws IOException, InterruptedException {
        assertThat(told("polite")).startsWith("told", "cleaned up");
    }

    @Test
    void terminate_taskIgnoresItsInterrupt_endsAfterTheGraceTime() throws IOException, InterruptedException {
        long before = System.nanoTime();
        assertThat(told("deaf")).contains("told").doesNotContain("cleaned up");
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(8));
    }

    @Test
    void terminate_listenerHearsTheEnd_isWaitedFor() throws IOException, InterruptedException {
        assertThat(told(ListensUntilTold.class)).containsExactly("heard");
    }

    @Test
    void exit_insideAListenerOfTheEnd_endsTheJvmAtOnce() throws IOException, InterruptedException {
        long before = System.nanoTime();
        assertThat(java(ExitsWhenOver.class).waitFor()).isEqualTo(7);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void exit_insideATask_endsTheJvmAndInterruptsTheOthers() throws IOException, InterruptedException {
        Process process = java(ExitsInside.class);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(7);
        assertThat(output.lines()).containsExactly("cleaned up");
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
        Process process = java(ExitsWhileRunning.class);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(3);
        assertThat(output.lines())
                .containsExactly("cancelled", "this scheduler is closed: start no runs on it, or close it later");
    }
}
