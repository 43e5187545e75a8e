package dev.bide.cli;

import dev.bide.Schedulers;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bide rerun}: starts a program, and of its first run with a task of some key runs that task alone. */
@Command(
        name = "rerun",
        description = "Runs one task of a program, in the thread that waits for its result: for a debugger.",
        customSynopsis = "bide rerun --task <key> <File.java | example> [-- <args>...]",
        footer = {
            "",
            "What the task needs is computed first, in parallel; then the task runs, and",
            "nothing after it. A debugger can be attached with, for instance,",
            "  JDK_JAVA_OPTIONS=-agentlib:jdwp=transport=dt_socket,server=y,address=5005",
            "A program that passes a scheduler of its own runs as it would without bide."
        })
final class RerunCommand implements Callable<Integer> {
    @Mixin
    private ProgramChoice choice = new ProgramChoice();

    @Option(
            names = {"-t", "--task"},
            paramLabel = "<key>",
            required = true,
            description = "The key of the task, as a failure shows it.")
    private String key = "";

    @Override
    public Integer call() throws ClassNotFoundException {
        Program program = choice.load();
        RerunScheduler rerun = new RerunScheduler(key, Schedulers.defaultScheduler(), System.out);
        Schedulers.setDefault(rerun);
        Throwable failure = null;
        try {
            program.start(choice.arguments());
        } catch (Throwable thrown) {
            failure = thrown;
        }
        if (rerun.hasFound()) {
            failure = rerun.failure();
        }
        if (failure != null) {
            Failure.print(failure, System.err);
        }
        if (!rerun.hasFound()) {
            throw Refusal.program("no run of the program on the default scheduler had a task " + key
                    + ". The keys of its first run: bide graph " + choice.program());
        }
        return failure == null ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
