package dev.bide.verify.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import dev.bide.verify.architecture.SourceFile.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The whole project: its modules, sources and classes. */
final class House {
    private static final Path ROOT = root();
    private static final List<SourceFile> SOURCES = SourceFile.parse(files());
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.bide");

    private House() {}

    /** The classes of all modules, without their tests. */
    static JavaClasses classes() {
        return CLASSES;
    }

    /** The sources of all modules. */
    static Stream<SourceFile> sources() {
        return SOURCES.stream();
    }

    /** The sources of some kinds, in all modules. */
    static Stream<SourceFile> sources(Kind first, Kind... more) {
        EnumSet<Kind> kinds = EnumSet.of(first, more);
        return SOURCES.stream().filter(file -> kinds.contains(file.kind()));
    }

    /** What a scan finds in sources; it takes a new one for each. */
    static List<String> breaches(Stream<SourceFile> sources, Supplier<Scan> scan) {
        return sources.flatMap(file -> scan.get().over(file).stream()).toList();
    }

    static List<String> modules() {
        return matches("<module>(.+?)</module>", text("pom.xml"));
    }

    /** The first group of a pattern, wherever it matches. */
    static List<String> matches(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** Reads a file of the project. */
    static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("CONTRIBUTING.md"))) {
            here = Objects.requireNonNull(here.getParent(), "started outside the project");
        }
        return here;
    }

    private static List<SourceText> files() {
        return modules().stream()
                .flatMap(module -> Stream.of(Kind.values()).map(kind -> ROOT.resolve(module + "/" + kind.folder())))
                .filter(Files::isDirectory)
                .flatMap(folder -> javaFiles(folder).stream())
                .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                .map(path -> new SourceText(path, text(path)))
                .toList();
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
