package dev.bide.cli;

import dev.bide.cluster.ignite.IgniteWorkers;
import java.io.UncheckedIOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code bide cluster}: a small cluster on this machine, for trying things out. */
@Command(
        name = "cluster",
        description =
                "Starts an Apache Ignite cluster of some workers on this machine, and stays until Ctrl-C ends it.",
        customSynopsis = "bide cluster [<workers>]",
        footer = {
            "",
            "The workers listen on loopback only, and end when this command does, however",
            "that ends. Then, in another terminal:",
            "  bide run nested-cv --scheduler ignite"
        })
final class ClusterCommand implements Runnable {
    private static final int MOST = 64;

    @Parameters(paramLabel = "<workers>", defaultValue = "3", description = "How many, 1 to 64; 3 if it is left out.")
    private int workers;

    @Override
    public void run() {
        if (workers < 1 || workers > MOST) {
            throw Refusal.usage("'" + workers + "' is no number of workers: they are from 1 to " + MOST + " here.");
        }
        try (IgniteWorkers cluster = IgniteWorkers.startLocal(workers)) {
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "bide-cluster-end"));
            System.out.print(cluster.howToConnect());
            System.out.println("or with: ./bide run nested-cv --scheduler ignite");
            System.out.println("Ctrl-C ends them.");
            cluster.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException | UncheckedIOException failed) {
            throw Refusal.program(String.valueOf(failed.getMessage()));
        }
    }
}
