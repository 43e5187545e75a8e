package dev.bide.process;

import dev.bide.remote.WorkerPool;
import dev.bide.remote.driver.RemoteOptions;
import dev.bide.remote.driver.RemoteScheduler;
import dev.bide.schedule.Scheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How workers are to be. Immutable: each method gives a new choice. What is not chosen is as in the driver: its JDK, class or
 * module path, system properties, opened packages, environment and working directory; not its heap, agents and debugger.
 */
public final class ProcessWorkers {
    private static final int MOST = 1024;
    private static final Pattern HEAP = Pattern.compile("[1-9][0-9]*[kKmMgGtT]?");

    private final int workers;
    private final int threads;
    private final String heap;
    private final List<String> jvmFlags;
    private final List<Path> classPath;
    private final Map<String, String> environment;
    private final RemoteOptions remote;

    private ProcessWorkers(
            int workers,
            int threads,
            String heap,
            List<String> jvmFlags,
            List<Path> classPath,
            Map<String, String> environment,
            RemoteOptions remote) {
        this.workers = workers;
        this.threads = threads;
        this.heap = heap;
        this.jvmFlags = jvmFlags;
        this.classPath = classPath;
        this.environment = environment;
        this.remote = remote;
    }

    static ProcessWorkers of(int workers) {
        between("workers", workers, MOST);
        return new ProcessWorkers(workers, 1, "", List.of(), List.of(), Map.of(), RemoteOptions.defaults());
    }

    /**
     * Lets each worker run several tasks at a time.
     *
     * @param number how many, from 1 to 1024; 1 if not chosen
     * @return a choice like this
     * @throws IllegalArgumentException if {@code number} is less or more
     */
    public ProcessWorkers threads(int number) {
        between("threads", number, MOST);
        return new ProcessWorkers(workers, number, heap, jvmFlags, classPath, environment, remote);
    }

    /**
     * Limits the heap of each worker. If not chosen, all heaps together get half of the machine's memory, or of the
     * container's.
     *
     * @param size as after {@code -Xmx}: {@code "2g"}, {@code "512m"}
     * @return a choice like this
     * @throws IllegalArgumentException if {@code size} is no such size
     */
    public ProcessWorkers heap(String size) {
        if (!HEAP.matcher(size).matches()) {
            throw new IllegalArgumentException("heap: \"" + size + "\" is no size; write it like \"512m\" or \"2g\"");
        }
        return new ProcessWorkers(workers, threads, size, jvmFlags, classPath, environment, remote);
    }

    /**
     * Adds flags for the workers' JVMs, behind all others.
     *
     * @param flags each as on the command line of {@code java}: {@code "-XX:+UseZGC"}
     * @return a choice like this
     * @throws IllegalArgumentException if one is no flag, or says what is chosen elsewhere
     */
    public ProcessWorkers jvmFlags(String... flags) {
        List<String> all = new ArrayList<>(jvmFlags);
        for (String flag : flags) {
            all.add(JvmFlags.checked(flag));
        }
        return new ProcessWorkers(workers, threads, heap, List.copyOf(all), classPath, environment, remote);
    }

    /**
     * Gives workers another class path than the driver's. Bide must be on it, too.
     *
     * @param entries jars and folders
     * @return a choice like this
     * @throws IllegalArgumentException if there are none
     */
    public ProcessWorkers classPath(Path... entries) {
        if (entries.length == 0) {
            throw new IllegalArgumentException("classPath: no entries; leave it out to use the driver's");
        }
        return new ProcessWorkers(workers, threads, heap, jvmFlags, List.of(entries), environment, remote);
    }

    /**
     * Sets environment variables of workers, beside those of the driver.
     *
     * @param variables values by names
     * @return a choice like this
     * @throws IllegalArgumentException if a name cannot be one
     */
    public ProcessWorkers environment(Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>(environment);
        variables.forEach((name, value) -> {
            if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("environment: \"" + name + "\" cannot be set");
            }
            all.put(name, value);
        });
        return new ProcessWorkers(workers, threads, heap, jvmFlags, classPath, Map.copyOf(all), remote);
    }

    /**
     * Chooses what all remote schedulers share.
     *
     * @param options what is chosen
     * @return a choice like this
     */
    public ProcessWorkers remote(RemoteOptions options) {
        Objects.requireNonNull(options, "remote: the options are null");
        return new ProcessWorkers(workers, threads, heap, jvmFlags, classPath, environment, options);
    }

    /**
     * Starts the workers. Returns before they are up; runs wait for the first of them.
     *
     * @return a scheduler over them; closing it ends them
     * @throws IllegalStateException if workers cannot be started from here
     */
    public Scheduler start() {
        return RemoteScheduler.over(pool(), remote);
    }

    /**
     * Makes the bare pool of workers, for a scheduler of another make. It starts them when it is started itself.
     *
     * @return a new pool
     * @throws IllegalStateException if workers cannot be started from here
     */
    public WorkerPool pool() {
        return new ProcessPool(workers, threads, launch(WorkerMain.class), Output.toSystem());
    }

    /** How to start workers that begin in some class. */
    Launch launch(Class<?> main) {
        String limit = heap.isEmpty() ? "-XX:MaxRAMPercentage=" + 50.0 / workers : "-Xmx" + heap;
        return Launch.of(main, classPath, JvmFlags.all(limit, jvmFlags), environment);
    }

    private static void between(String what, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException(what + ": " + number + " is not from 1 to " + most);
        }
    }
}
