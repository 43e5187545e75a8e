package dev.bide.cli;

import dev.bide.Schedulers;
import dev.bide.diagnostics.Diagnostics;
import dev.bide.event.ConcurrentListener;
import dev.bide.event.Event;
import dev.bide.event.Event.RunEnded;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How a program's runs are explained. */
final class Explanation {
    /** Gives {@code --report} alone its file, for else picocli would take the program's name for that. */
    static final class UsualFile implements IParameterPreprocessor {
        @Override
        public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            if (" ".equals(info.get("separator"))) {
                args.push("report.html");
            }
            return false;
        }
    }

    @Option(
            names = "--report",
            preprocessor = UsualFile.class,
            paramLabel = "<file>",
            description = "Writes a report of each run, by default to report.html, and says how the run ended. "
                    + "Another file stands behind =.")
    private @Nullable Path report;

    @Option(
            names = "--trace",
            paramLabel = "<file>",
            description = "Writes a trace of each run, which ui.perfetto.dev opens.")
    private @Nullable Path trace;

    @Option(names = "--progress", description = "Shows how far a run has come that takes longer than a second.")
    private boolean progress;

    @Option(names = "--summary", description = "Says how each run ended: what took the time, or what failed and why.")
    private boolean summary;

    private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Notes which failures have been told already. */
    private final class Told extends ConcurrentListener {
        Told() {
            super(Set.of());
        }

        @Override
        public void on(Event event) {
            if (event instanceof RunEnded ended && ended.failure() != null) {
                synchronized (told) {
                    told.add(ended.failure());
                }
            }
        }
    }

    /** Lets the default scheduler explain its runs, if that was asked for. */
    void begin(String program) {
        boolean summed = summary || report != null;
        Stream.of(
                        report == null ? null : Diagnostics.report(report),
                        trace == null ? null : Diagnostics.trace(trace),
                        progress ? Diagnostics.progress() : null,
                        summary ? Diagnostics.summary() : null,
                        summed ? Diagnostics.listener(new Told()) : null)
                .flatMap(Stream::ofNullable)
                .reduce(Diagnostics::and)
                .ifPresent(all -> Schedulers.setDefault(all.named(program)));
    }

    /** Whether the user has been told of a failure. */
    boolean hasTold(Throwable failure) {
        synchronized (told) {
            return told.contains(failure);
        }
    }
}
