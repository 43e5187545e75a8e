package dev.bide.process;

import java.nio.file.Path;
import java.util.List;

/** What a worker was started with. */
final class ArgumentsOf {
    private ArgumentsOf() {}

    static Path folder(ProcessHandle worker) {
        List<String> arguments = List.of(worker.info().arguments().orElseThrow());
        return Path.of(arguments.get(arguments.size() - 3));
    }
}
