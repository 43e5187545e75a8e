package dev.bide.cli;

import dev.bide.examples.Example;
import dev.bide.examples.Examples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A program that a command can start in this JVM. */
interface Program {
    /** Calls the program's main, and throws what it throws. */
    void start(String... arguments) throws Throwable;

    /** The loader of its classes. */
    default ClassLoader loader() {
        return Program.class.getClassLoader();
    }

    /** Finds a program: a source file, which is compiled here, or an example. */
    static Program of(String name, ClassPath classPath) throws ClassNotFoundException {
        if (name.endsWith(".java")) {
            return SourceProgram.compile(existing(name), classPath);
        }
        Example example = Examples.named(name).orElseThrow(() -> Refusal.usage(noExample(name)));
        return arguments -> example.main().run(arguments);
    }

    private static Path existing(String name) {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw Refusal.usage(
                    "there is no file '" + name + "' here (" + Path.of("").toAbsolutePath() + ")");
        }
        return file;
    }

    static boolean isExample(String name) {
        return Examples.named(name).isPresent();
    }

    private static String noExample(String name) {
        String names = Examples.all().stream().map(Example::name).collect(Collectors.joining(", "));
        return "'" + name + "' is no source file (they end in .java) and no example. Examples: " + names + ".";
    }
}
