package dev.bide.verify.compile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A program some of whose lines end in {@code // refused: words of javac's message}. */
record RefusedProgram(Path file) {
    private static final String MARK = "// refused: ";

    SortedSet<Long> markedLines() {
        return new TreeSet<>(marks().keySet());
    }

    SortedSet<Long> errorLines(Compiler compiler) {
        return new TreeSet<>(messages(compiler).keySet());
    }

    /** Gives the marked lines whose mark the compiler does not say, with what it says instead. */
    List<String> unexplained(Compiler compiler) {
        Map<Long, String> messages = messages(compiler);
        List<String> unexplained = new ArrayList<>();
        marks().forEach((line, words) -> {
            String message = messages.getOrDefault(line, "nothing");
            if (!message.contains(words)) {
                unexplained.add("line " + line + " does not say \"" + words + "\" but: " + message);
            }
        });
        return unexplained;
    }

    private Map<Long, String> messages(Compiler compiler) {
        return compiler.errors(List.of(file)).stream()
                .collect(groupingBy(CompileError::line, mapping(CompileError::message, joining("\n"))));
    }

    private SortedMap<Long, String> marks() {
        SortedMap<Long, String> marks = new TreeMap<>();
        List<String> lines = Resources.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf(MARK);
            if (at >= 0) {
                marks.put(i + 1L, lines.get(i).substring(at + MARK.length()));
            }
        }
        return marks;
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
