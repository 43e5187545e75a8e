package dev.bide.cluster.ignite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.ignite.configuration.IgniteConfiguration;

/**
 * A worker: a plain node of Ignite with the settings that Bide asks for. Whatever lies on its class path, Bide itself comes from
 * the driver; so any version of it serves any driver. A node that was cut off from its cluster joins again, as another worker.
 */
public final class IgniteWorker implements AutoCloseable {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Membership membership;

    private IgniteWorker(Supplier<IgniteConfiguration> configuration, List<String> addresses) {
        membership = new Membership(configuration, addresses);
    }

    /**
     * Starts a worker on loopback, at Ignite's own ports.
     *
     * @return the worker
     * @throws IllegalStateException if this JVM lacks flags, or the node cannot join the cluster
     */
    public static IgniteWorker start() {
        return start(IgniteConfiguration::new);
    }

    /**
     * Starts a worker. What a configuration leaves open is set as for drivers, see {@link IgniteScheduler#start}.
     *
     * @param configuration makes the configuration anew each time the node has to start
     * @return the worker
     * @throws IllegalArgumentException if the configuration contradicts what is needed
     * @throws IllegalStateException if this JVM lacks flags, or the node cannot join the cluster
     */
    public static IgniteWorker start(Supplier<IgniteConfiguration> configuration) {
        return start(configuration, List.of(NodeSettings.LOOPBACK));
    }

    static IgniteWorker start(Supplier<IgniteConfiguration> configuration, List<String> addresses) {
        return new IgniteWorker(configuration, addresses);
    }

    /**
     * Reads a configuration from a Spring file; {@code ignite-spring} and what it needs must be on the class path.
     *
     * @param file with one bean of class {@code IgniteConfiguration}
     * @return the configuration
     * @throws IllegalArgumentException if the file cannot be read, or nothing here can read such files
     */
    public static IgniteConfiguration read(Path file) {
        return ConfigurationSource.file(file);
    }

    /**
     * Starts a worker and stays until it is stopped.
     *
     * @param arguments {@code --ignite FILE}: its configuration as a Spring file, or {@code --ignite CLASS}, the name of a public
     *     class that is a {@code Supplier<IgniteConfiguration>}; default a node on loopback;
     *     {@code --join HOST:PORT,..}: where the cluster is, without a file; {@code --threads N}: how many tasks at a time;
     *     {@code --name NAME}; {@code --with-starter}: ends when its standard input does
     * @throws InterruptedException if this thread is interrupted
     */
    public static void main(String... arguments) throws InterruptedException {
        WorkerArguments parsed = WorkerArguments.parse(List.of(arguments));
        IgniteWorker worker = start(parsed::configuration, parsed.addresses());
        Runtime.getRuntime().addShutdownHook(new Thread(worker::close, "bide-worker-end"));
        System.out.println("worker " + worker.name() + " is ready");
        InputStream input = System.in;
        System.setIn(InputStream.nullInputStream()); // it is not for tasks
        if (parsed.withStarter()) {
            endWithInput(input);
        }
        worker.await();
    }

    /** Who started this JVM holds the other end; it closes when that process ends, however it does. */
    private static void endWithInput(InputStream input) {
        Thread watch = new Thread(
                () -> {
                    try {
                        input.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException e) {
                        // It cannot be read any more: the same as its end.
                    }
                    System.exit(0);
                },
                "bide-worker-starter");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * Gives what people call it.
     *
     * @return the name
     */
    public String name() {
        return membership.name();
    }

    /**
     * Waits until it is closed.
     *
     * @throws InterruptedException if this thread is interrupted
     */
    public void await() throws InterruptedException {
        ended.await();
    }

    /** Leaves the cluster. */
    @Override
    public void close() {
        membership.close();
        ended.countDown();
    }
}
