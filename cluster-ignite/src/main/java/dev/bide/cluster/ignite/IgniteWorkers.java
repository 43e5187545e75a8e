package dev.bide.cluster.ignite;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** Workers in child JVMs on this machine, for trying things out: an own small cluster on loopback that ends with its starter. */
public final class IgniteWorkers implements AutoCloseable {
    private final List<Process> processes = new CopyOnWriteArrayList<>();
    private final WorkFolder folder = new WorkFolder();
    private final String addresses;
    private final int threads;
    private final ExitHook hook = ExitHook.of(this);

    private IgniteWorkers(String addresses, int threads) {
        this.addresses = addresses;
        this.threads = threads;
    }

    /**
     * Starts workers with this JVM's class path, where {@link IgniteScheduler#join()} finds them, and waits until all have
     * joined. They share the processors of this machine. They end when this is closed, and when this process ends, however it
     * does.
     *
     * @param count how many
     * @return the workers
     * @throws IllegalArgumentException if that is less than one
     * @throws IllegalStateException if one cannot start
     */
    public static IgniteWorkers startLocal(int count) {
        return startLocal(count, NodeSettings.LOOPBACK);
    }

    /**
     * Starts workers as {@link #startLocal} does, but at ports that nobody uses: no one else's nodes are among them.
     *
     * @param count how many
     * @return the workers, to be joined at their {@link #addresses}
     * @throws IllegalArgumentException if that is less than one
     * @throws IllegalStateException if one cannot start
     */
    public static IgniteWorkers startApart(int count) {
        return startLocal(count, FreePorts.addresses());
    }

    private static IgniteWorkers startLocal(int count, String addresses) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " workers: a cluster has at least one");
        }
        IgniteWorkers workers =
                new IgniteWorkers(addresses, Math.max(1, Runtime.getRuntime().availableProcessors() / count));
        workers.start(count);
        return workers;
    }

    /**
     * Starts one more and waits until it has joined.
     *
     * @return its process
     * @throws IllegalStateException if it cannot start
     */
    public ProcessHandle startAnother() {
        start(1);
        return processes.get(processes.size() - 1).toHandle();
    }

    private synchronized void start(int count) {
        try {
            int there = processes.size();
            for (int i = 1; i <= count; i++) {
                processes.add(begin(there + i));
            }
            for (Process process : processes.subList(there, there + count)) {
                awaitReady(process);
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("a worker cannot be started", e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Process begin(int number) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(IgniteFlags.ADD_OPENS);
        command.addAll(IgniteFlags.QUIET);
        command.add("-Djava.io.tmpdir=" + folder.path());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), IgniteWorker.class.getName()));
        command.addAll(List.of("--name", "worker-" + number, "--with-starter"));
        command.addAll(List.of("--join", addresses, "--threads", Integer.toString(threads)));
        return new ProcessBuilder(command)
                .directory(new File(System.getProperty("user.dir")))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = output.readLine();
        while (line != null && !line.endsWith(" is ready")) {
            System.out.println(line);
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("a worker ended before it was ready; what it said is above");
        }
        passOn(output);
    }

    private static void passOn(BufferedReader output) {
        Thread thread = new Thread(() -> output.lines().forEach(System.out::println), "bide-worker-output");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Gives their processes.
     *
     * @return one of each worker that is alive
     */
    public List<ProcessHandle> processes() {
        return processes.stream()
                .filter(Process::isAlive)
                .map(Process::toHandle)
                .toList();
    }

    /**
     * Gives where they are, for {@link IgniteScheduler#join(String...)}.
     *
     * @return a host and its ports
     */
    public String addresses() {
        return addresses;
    }

    /**
     * Says how to use them.
     *
     * @return a few lines
     */
    public String howToConnect() {
        return processes().size() + " workers are ready on loopback (" + addresses + ").\n"
                + "Use them with IgniteScheduler.join("
                + (addresses.equals(NodeSettings.LOOPBACK) ? "" : '"' + addresses + '"')
                + "), in a JVM started with\n    "
                + String.join(" ", IgniteFlags.ADD_OPENS) + "\n";
    }

    /**
     * Waits until all have ended.
     *
     * @throws InterruptedException if this thread is interrupted
     */
    public void await() throws InterruptedException {
        for (Process process : processes) {
            process.waitFor();
        }
    }

    /** Ends the workers: softly first, after three seconds by force. */
    @Override
    public void close() {
        hook.remove();
        processes.forEach(Process::destroy);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        try {
            for (Process process : processes) {
                if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    process.destroyForcibly().waitFor();
                }
            }
        } catch (InterruptedException e) {
            processes.forEach(Process::destroyForcibly);
            Thread.currentThread().interrupt();
        }
        folder.close();
    }
}
