package dev.bide.benchmarks.shapes;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What Bide is measured beside, with versions, as the class path has it. */
final class Libraries {
    private Libraries() {}

    static List<String> names() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(jar -> String.valueOf(Path.of(jar).getFileName()))
                .filter(jar -> jar.matches("(parseq|reactor-core|dexecutor-core)-.*[.]jar"))
                .map(jar -> jar.replace(".jar", ""))
                .sorted()
                .toList();
    }
}
