package dev.bide.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of these tests in a process of its own, which ends with this at the latest. */
final class ForkedJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private ForkedJvm(Process process) {
        this.process = process;
        out = process.inputReader();
    }

    static ForkedJvm start(Class<?> program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ForkedJvm(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
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
