package dev.bide.benchmarks.shapes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts programs of this class path in JVMs of their own.
 *
 * @param flags for the JVM
 */
record NewJvm(List<String> flags) {
    /** Runs a program to its end, and gives what it printed. */
    List<String> lines(Class<?> program, String... arguments) throws IOException, InterruptedException {
        Process process = start(program, arguments);
        try (BufferedReader reader = reader(process)) {
            List<String> lines = reader.lines().toList();
            end(process, program);
            return lines;
        }
    }

    /** Runs a program to its end, and gives the nanoseconds from starting it to its first line. */
    long nanosToFirstLine(Class<?> program, String... arguments) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(program, arguments);
        try (BufferedReader reader = reader(process)) {
            reader.readLine();
            long nanos = System.nanoTime() - start;
            end(process, program);
            return nanos;
        }
    }

    private Process start(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void end(Process process, Class<?> program) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException(program.getSimpleName() + " ended with " + process.exitValue());
        }
    }
}
