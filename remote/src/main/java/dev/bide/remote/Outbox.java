package dev.bide.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that the event under way leads to. Results to be let go are gathered, one command a worker and run. */
final class Outbox {
    private static final class Releases {
        private final int worker;
        private final int run;
        private final IntList tasks = new IntList();
        private final IntList attempts = new IntList();

        Releases(int worker, int run) {
            this.worker = worker;
            this.run = run;
        }
    }

    private List<Command> commands = new ArrayList<>();
    private final List<Releases> open = new ArrayList<>();
    private @Nullable Releases[] last = {};

    void add(Command command) {
        commands.add(command);
    }

    void release(int worker, int run, int task, int attempt) {
        if (worker >= last.length) {
            last = Arrays.copyOf(last, Math.max(worker + 1, 2 * last.length));
        }
        Releases releases = last[worker];
        if (releases == null || releases.run != run) {
            releases = new Releases(worker, run);
            last[worker] = releases;
            open.add(releases);
        }
        releases.tasks.add(task);
        releases.attempts.add(attempt);
    }

    void closeReleases() {
        for (Releases each : open) {
            commands.add(new Command.Release(each.worker, each.run, each.tasks.toArray(), each.attempts.toArray()));
            last[each.worker] = null;
        }
        open.clear();
    }

    /** All commands, in their order. */
    List<Command> take() {
        closeReleases();
        List<Command> taken = commands;
        commands = new ArrayList<>();
        return taken;
    }
}
