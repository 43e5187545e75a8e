package dev.bide.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Talks with a program of these tests in a JVM of its own, which ends with this at the latest. */
final class ForkedJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private ForkedJvm(Process process) {
        this.process = process;
        out = process.inputReader();
    }

    static ForkedJvm start(Class<?> program, Object... arguments) throws IOException {
        List<String> small = List.of("-Xmx128m", "-XX:+UseSerialGC");
        String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        return new ForkedJvm(OtherJvm.start(small, program, Redirect.INHERIT, texts));
    }

    /** The next line that it prints; null when it has ended. */
    String line() throws IOException {
        return out.readLine();
    }

    /** Kills it without a warning, and answers what it had printed until then: whole lines only. */
    List<String> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // the process itself would close the stream, and what is in it be lost
        process.waitFor();
        List<String> lines = new ArrayList<>(out.lines().toList());
        if (!lines.isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    int end() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
