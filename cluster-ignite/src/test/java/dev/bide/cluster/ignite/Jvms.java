package dev.bide.cluster.ignite;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JVMs of other people's nodes, on ports of their own; they end when this does. */
final class Jvms implements AutoCloseable {
    /** One node's JVM; {@code await} comes back when the node has joined. */
    record Jvm(Process process, BufferedReader output) {
        Jvm await() throws IOException {
            List<String> said = new ArrayList<>();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                if (line.endsWith(" is ready")) {
                    Thread rest = new Thread(() -> output.lines().forEach(more -> {}), "output of a node");
                    rest.setDaemon(true);
                    rest.start();
                    return this;
                }
            }
            throw new AssertionError("a node did not start: " + String.join("\n", said));
        }

        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    Jvms(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort() - 20; // the next ones are given away next
        }
        Path target = folder.resolve("classes/dev/bide/cluster/ignite");
        Files.createDirectories(target);
        String name = "StockNode.class";
        try (var in = StockNode.class.getResourceAsStream(name)) {
            Files.copy(in, target.resolve(name));
        }
    }

    String addresses() {
        return "127.0.0.1:" + port + ".." + (port + 9);
    }

    /** Starts a node that has nothing of Bide but {@link StockNode}. */
    Jvm stock(String mode, String... more) throws IOException {
        String work = folder.resolve("work-" + processes.size()).toString();
        return java(
                folder.resolve("classes") + File.pathSeparator + igniteJars(),
                Stream.concat(
                        Stream.of(StockNode.class.getName(), Integer.toString(port), mode, work), Stream.of(more)));
    }

    /** Starts a worker of ours that has all of Bide on its class path, and this module's tests. */
    Jvm worker(String... arguments) throws IOException {
        return java(
                System.getProperty("java.class.path"),
                Stream.concat(
                        Stream.of(IgniteWorker.class.getName(), "--join", addresses(), "--with-starter"),
                        Stream.of(arguments)));
    }

    private Jvm java(String classPath, Stream<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(IgniteFlags.ADD_OPENS);
        command.addAll(IgniteFlags.QUIET);
        command.add("-Djava.io.tmpdir=" + folder); // what a killed node leaves goes with it
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath));
        arguments.forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        processes.add(process);
        return new Jvm(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    private static String igniteJars() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("ignite-") && entry.endsWith(".jar") || entry.contains("cache-api"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
    }
}
