package dev.bide.process;

import java.util.ArrayDeque;
import java.util.List;

/** The last lines that a worker wrote as errors, and what its JVM said of its own end. Safe from any thread. */
final class Tail {
    private static final int MOST = 10;
    private static final int LONGEST = 300;

    /** How a JVM begins such lines, which it prints as ordinary output. */
    private static final List<String> OF_THE_JVM =
            List.of("# ", "Terminating due to", "Aborting due to", "Error occurred during");

    private final ArrayDeque<String> lines = new ArrayDeque<>();

    synchronized void error(String line) {
        if (line.isBlank()) {
            return;
        }
        if (lines.size() == MOST) {
            lines.removeFirst();
        }
        lines.add(line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line);
    }

    void output(String line) {
        if (OF_THE_JVM.stream().anyMatch(line::startsWith)) {
            error(line);
        }
    }

    /** What to add to a sentence. */
    @Override
    public synchronized String toString() {
        return lines.isEmpty() ? "" : "; its last errors:\n    " + String.join("\n    ", lines);
    }
}
