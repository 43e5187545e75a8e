package dev.bide;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.schedule.Scheduler;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Code before environment before property. The last two are read once, so they are tried in JVMs of their own. */
class DefaultSchedulerTest {
    /** Prints the default scheduler, or why there is none. */
    static final class PrintDefault {
        private PrintDefault() {}

        public static void main(String[] arguments) {
            if (arguments.length > 0) {
                Schedulers.setDefault(Schedulers.named(arguments[0]));
            }
            try {
                System.out.println(Schedulers.defaultScheduler());
            } catch (IllegalArgumentException refused) {
                System.out.println(refused.getMessage());
            }
        }
    }

    @AfterEach
    void forgetTheDefault() {
        Schedulers.setDefault(null);
    }

    private static String printed(String environment, String property, String... code)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath()));
        if (property != null) {
            command.add("-Dbide.scheduler=" + property);
        }
        command.add(PrintDefault.class.getName());
        command.addAll(List.of(code));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("BIDE_SCHEDULER");
        if (environment != null) {
            builder.environment().put("BIDE_SCHEDULER", environment);
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    private static String classPath() {
        return Stream.of(Bide.class, DefaultSchedulerTest.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .map(place -> Path.of(URI.create(place.toString())).toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    @Test
    void defaultScheduler_nothingSaid_isThreads() throws Exception {
        assertThat(printed(null, null))
                .isEqualTo("threads(" + Runtime.getRuntime().availableProcessors() + ")");
    }

    @Test
    void defaultScheduler_property_isUsed() throws Exception {
        assertThat(printed(null, "threads(7)")).isEqualTo("threads(7)");
    }

    @Test
    void defaultScheduler_environment_isStrongerThanTheProperty() throws Exception {
        assertThat(printed("sync", "threads(7)")).isEqualTo("sync");
    }

    @Test
    void defaultScheduler_code_isStrongerThanTheEnvironment() throws Exception {
        assertThat(printed("sync", "threads(7)", "threads(5)")).isEqualTo("threads(5)");
    }

    @Test
    void defaultScheduler_unknownName_isRefused() throws Exception {
        assertThat(printed("threads(0)", null))
                .isEqualTo("the environment variable BIDE_SCHEDULER is 'threads(0)':"
                        + " threads(0): a pool needs at least one thread");
        assertThat(printed(null, "fast"))
                .isEqualTo("the system property bide.scheduler is 'fast':"
                        + " there is no scheduler 'fast'. Use sync, threads, threads(<number>) or virtualThreads.");
    }

    // thread
    @Test
    void compute_withoutAScheduler_usesTheDefault() {
        Delayed<Thread> thread = task(Thread::currentThread).call();
        Schedulers.setDefault(Schedulers.sync());

        assertThat(thread.compute()).isSameAs(Thread.currentThread());
        assertThat(thread.persist().compute()).isSameAs(Thread.currentThread());
        assertThat(Schedulers.defaultScheduler()).isSameAs(Schedulers.sync());
    }

    // nested: a task that computes
    @Test
    void compute_insideATask_usesTheSchedulerOfTheTask() {
        try (Scheduler two = Schedulers.threads(2)) {
            Schedulers.setDefault(two);

            Delayed<Scheduler> outer = task(Schedulers::current).call();

            assertThat(outer.compute(Schedulers.sync())).isSameAs(Schedulers.sync());
            assertThat(Schedulers.current()).isSameAs(two);
        }
    }
}
