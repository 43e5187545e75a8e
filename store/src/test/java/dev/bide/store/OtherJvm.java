package dev.bide.store;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a program of the tests in a JVM of its own. */
final class OtherJvm {
    private OtherJvm() {}

    static Process start(List<String> flags, Class<?> main, Redirect errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(flags);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(errors).start();
    }

    /** What it prints, once it has ended well. */
    static String output(List<String> flags, Class<?> main, Path log, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(flags, main, Redirect.appendTo(log.toFile()), arguments);
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("it ended with " + process + ": " + Files.readString(log));
            }
            return printed.strip();
        } finally {
            process.destroyForcibly();
        }
    }
}
