package dev.bide.verify.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tables of call patterns, which are Markdown files in {@code resources/compile/patterns}. */
enum PatternTable {
    /** Calls for a value. */
    VALUES("values.md", "task", "call"),

    /** Calls for an effect. */
    VOIDS("voids.md", "action", "run");

    /** All on one line, so that the first pattern is on the first line. */
    private static final String BEGINNING = """
            package patterns;\
            import static dev.bide.Bide.*;\
            import dev.bide.*; import java.nio.file.*; import java.util.*;\
            class Calls extends Samples {""";

    private final String file;
    private final String maker;
    private final String ending;

    PatternTable(String file, String maker, String ending) {
        this.file = file;
        this.maker = maker;
        this.ending = ending;
    }

    /** The verb that makes a task of such a function. */
    String maker() {
        return maker;
    }

    /** The verb that ends {@code on(..)}. */
    String ending() {
        return ending;
    }

    /** Gives the rows between the head, which is not set in backquotes, and the sums, which are bold. */
    List<CallPattern> patterns() {
        return Resources.lines(Resources.file("patterns/" + file)).stream()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .map(CallPattern::parse)
                .toList();
    }

    /** Gives the names of the patterns that ought to compile in a shape. */
    Set<String> expected(Shape shape) {
        return names(pattern -> pattern.compilesIn().contains(shape));
    }

    /** Compiles all patterns in one shape, in a folder to write to, and gives the names of those without an error. */
    Set<String> compiling(Shape shape, Compiler compiler, Path folder) {
        List<CallPattern> patterns = patterns();
        Path calls = write(shape, folder);
        Set<String> names = names(pattern -> true);
        for (CompileError error : compiler.errors(List.of(Resources.file("patterns/Samples.java"), calls))) {
            if (!error.file().equals("Calls.java")) {
                throw new AssertionError("What is around the patterns does not compile: " + error);
            }
            names.remove(patterns.get((int) error.line() - 1).name());
        }
        return names;
    }

    private Set<String> names(Predicate<CallPattern> which) {
        return patterns().stream().filter(which).map(CallPattern::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Writes a class with one method for each pattern, each on the line of its number. */
    private Path write(Shape shape, Path folder) {
        List<CallPattern> patterns = patterns();
        StringBuilder text = new StringBuilder(BEGINNING);
        for (int i = 0; i < patterns.size(); i++) {
            CallPattern pattern = patterns.get(i);
            text.append("Delayed<%s> call%d() { %s }\n".formatted(pattern.result(), i, shape.body(pattern, this)));
        }
        try {
            return Files.writeString(folder.resolve("Calls.java"), text.append('}'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
