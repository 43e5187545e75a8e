package dev.bide.cli;

import dev.bide.Schedulers;
import dev.bide.remote.driver.RemoteScheduler;
import dev.bide.schedule.Scheduler;
import dev.bide.store.Store;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bide run}: compiles a source file if need be, and calls its main. */
@Command(
        name = "run",
        description = "Compiles one source file in memory and runs its main, or runs an example.",
        customSynopsis = "bide run [options] <File.java | example> [-- <args>...]",
        footer = {"", "The exit code is the program's: 1 if main throws. It is 2 if bide is called wrongly."})
final class RunCommand implements Callable<Integer> {
    @Mixin
    private ProgramChoice choice = new ProgramChoice();

    @Mixin
    private Explanation explanation = new Explanation();

    @Option(
            names = {"-s", "--scheduler"},
            paramLabel = "<name>",
            description =
                    "Where compute() runs: sync, threads, 'threads(8)', virtualThreads, processes, 'processes(4)' "
                            + "(child JVMs), ignite (the cluster on this machine) or 'ignite(3)' (one that ends with the "
                            + "program). Those in other JVMs are closed when main ends. "
                            + "A scheduler that the program passes to compute() comes first.")
    private @Nullable String scheduler;

    @Option(
            names = "--store",
            paramLabel = "<folder>",
            description = "Keeps the results of tasks that are stored() or pure() in a folder, "
                    + "and does not run those again that it has.")
    private @Nullable Path store;

    @Override
    public Integer call() throws ClassNotFoundException {
        Program program = choice.load();
        Thread.currentThread().setContextClassLoader(program.loader()); // by it schedulers find the classes of results
        Scheduler chosen = scheduler == null ? null : named(scheduler);
        try {
            if (chosen != null) {
                Schedulers.setDefault(chosen);
            }
            return run(program);
        } finally {
            if (chosen instanceof RemoteScheduler workers) {
                workers.close(); // else their JVMs, or the node in this one, would outlive the program
            }
        }
    }

    private int run(Program program) {
        if (store != null) {
            setStore(store);
        }
        explanation.begin(choice.name());
        try {
            program.start(choice.arguments());
            return ExitCode.OK;
        } catch (Throwable thrown) {
            if (!explanation.hasTold(thrown)) {
                Failure.print(thrown, System.err);
            }
            return ExitCode.SOFTWARE;
        }
    }

    private static void setStore(Path folder) {
        try {
            Schedulers.setDefault(Store.at(folder).on(Schedulers.defaultScheduler()));
        } catch (IllegalArgumentException | UncheckedIOException refused) {
            throw Refusal.usage(String.valueOf(refused.getMessage()));
        }
    }

    private static Scheduler named(String name) {
        try {
            return Schedulers.named(name);
        } catch (IllegalArgumentException | UnsupportedOperationException refused) {
            throw Refusal.usage(String.valueOf(refused.getMessage()));
        } catch (IllegalStateException | UncheckedIOException failed) {
            throw Refusal.program(String.valueOf(failed.getMessage()));
        }
    }
}
