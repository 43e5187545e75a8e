package dev.bide.examples;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the command line of an example asks for: pairs of an option's name and its value. */
record Options(Map<String, String> values) {
    private static final String SCHEDULER = "--scheduler";

    /** Reads a command line that may hold {@code --scheduler} and the options named here. */
    static Options of(String[] args, String... more) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].equals(SCHEDULER) && !List.of(more).contains(args[i])) {
                throw new IllegalArgumentException("unknown option '" + args[i] + "'. Use " + SCHEDULER
                        + " sync|threads|threads(4)|virtualThreads|processes(2)|ignite" + (more.length == 0 ? "" : ", ")
                        + String.join(", ", more));
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value after it");
            }
            values.put(args[i], args[i + 1]);
        }
        return new Options(values);
    }

    /** Gives the scheduler that was asked for, to be closed at the end; the default stays open. */
    Scheduler scheduler() {
        String name = values.get(SCHEDULER);
        return name == null ? new Lent(Schedulers.defaultScheduler()) : Schedulers.named(name);
    }

    Optional<Integer> number(String option) {
        return Optional.ofNullable(values.get(option)).map(Integer::valueOf);
    }

    Optional<Path> path(String option) {
        return Optional.ofNullable(values.get(option)).map(Path::of);
    }
}
