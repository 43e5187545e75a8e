package dev.bide.benchmarks.output;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where and with what figures were taken.
 *
 * @param when when
 * @param commit the checkout's commit, as the script says; empty if it does not
 * @param cpu the processor's name
 * @param cores how many of them this JVM may use
 * @param load the system's load average; above about a half, others are in the way. Negative if unknown
 * @param system the operating system
 * @param jdk the JVM
 * @param collectors its garbage collectors
 * @param heapMegabytes the most its heap may have
 * @param flags what it was started with
 */
public record Machine(
        String when,
        String commit,
        String cpu,
        int cores,
        double load,
        String system,
        String jdk,
        String collectors,
        long heapMegabytes,
        List<String> flags) {
    private static final String COMMIT = "benchmarks.commit";

    /** This one, now. */
    public static Machine here() {
        Runtime runtime = Runtime.getRuntime();
        return new Machine(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                System.getProperty(COMMIT, ""),
                processor(),
                runtime.availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")),
                runtime.maxMemory() >> 20,
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(flag -> !flag.startsWith("-D" + COMMIT))
                        .toList());
    }

    /** Linux says it in a file; elsewhere the architecture must do. */
    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }

    @Override
    public String toString() {
        return String.join(
                "\n",
                "machine    " + cpu + ", " + cores + " cores, " + system,
                "load       " + (load < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", load)),
                "JVM        " + jdk,
                "heap       " + heapMegabytes + " MB, " + collectors,
                "flags      " + String.join(" ", flags),
                "at         " + when + (commit.isEmpty() ? "" : ", commit " + commit));
    }
}
