package dev.bide.cli;

import dev.bide.cluster.ignite.IgniteWorker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bide worker}: one worker of a cluster, in this JVM. */
@Command(
        name = "worker",
        description = "Starts a worker, a node of an Apache Ignite cluster, and stays until Ctrl-C ends it.",
        customSynopsis = "bide worker [options]",
        footer = {
            "",
            "Without options it listens on loopback only. Whoever can join a cluster can run",
            "any program on its workers: beyond loopback use TLS, as the guide's page 14 says."
        })
final class WorkerCommand implements Runnable {
    @Option(
            names = "--ignite",
            paramLabel = "<file>",
            description = "The node's configuration, in Spring's format. Jars of yours that it names stand in the"
                    + " environment variable BIDE_CLASS_PATH.")
    private @Nullable String file;

    @Option(
            names = "--join",
            paramLabel = "<addresses>",
            description = "Where other nodes are: host, host:port or host:port..port, with commas between them.")
    private @Nullable String addresses;

    @Option(
            names = "--threads",
            paramLabel = "<number>",
            description = "How many tasks it runs at a time; as many as it has processors if it is left out.")
    private @Nullable Integer threads;

    @Option(names = "--name", paramLabel = "<name>", description = "What reports and failures call it.")
    private @Nullable String name;

    @Override
    public void run() {
        try {
            IgniteWorker.main(arguments().toArray(String[]::new));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IllegalArgumentException wrong) {
            throw Refusal.usage(String.valueOf(wrong.getMessage()));
        } catch (IllegalStateException failed) {
            throw Refusal.program(String.valueOf(failed.getMessage()));
        }
    }

    private List<String> arguments() {
        if (threads != null && threads < 1) {
            throw Refusal.usage("--threads: '" + threads + "' is no number of tasks; one is the least.");
        }
        List<String> arguments = new ArrayList<>();
        add(arguments, "--ignite", file);
        add(arguments, "--join", addresses);
        add(arguments, "--threads", threads);
        add(arguments, "--name", name);
        return arguments;
    }

    private static void add(List<String> arguments, String option, @Nullable Object value) {
        if (value != null) {
            arguments.add(option);
            arguments.add(value.toString());
        }
    }
}
