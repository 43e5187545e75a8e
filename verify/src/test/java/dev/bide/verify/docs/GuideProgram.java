package dev.bide.verify.docs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program that pages quote: its regions, between {@code // [name]} and {@code // [/name]}, and its imports.
 *
 * @param type the class
 * @param imports its import lines
 * @param regions the text of each region, without the indentation
 */
record GuideProgram(Class<?> type, List<String> imports, Map<String, String> regions) {
    static final String PACKAGE = "dev.bide.examples.guide";

    /** All of them. */
    static List<GuideProgram> in(Path folder) throws IOException, ClassNotFoundException {
        List<Path> sources;
        try (Stream<Path> files = Files.list(folder)) {
            sources = files.filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .toList();
        }
        List<GuideProgram> programs = new ArrayList<>();
        for (Path source : sources) {
            String name = source.getFileName().toString().replace(".java", "");
            List<String> lines = Page.lines(source);
            List<String> imports =
                    lines.stream().filter(line -> line.startsWith("import ")).toList();
            programs.add(new GuideProgram(Class.forName(PACKAGE + "." + name), imports, regionsOf(source, lines)));
        }
        return programs;
    }

    private static Map<String, String> regionsOf(Path source, List<String> lines) {
        Map<String, String> regions = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.matches("// \\[\\w[\\w-]*]")) {
                String name = line.substring(4, line.length() - 1);
                int end = lines.stream().map(String::strip).toList().indexOf("// [/" + name + "]");
                if (end < i) {
                    throw new AssertionError(
                            source + ":" + (i + 1) + ": the region has no end. Add // [/" + name + "].");
                }
                regions.put(name, plain(lines.subList(i + 1, end)));
            }
        }
        return regions;
    }

    /** Without the indentation and the marks of regions inside. */
    private static String plain(List<String> lines) {
        List<String> kept = lines.stream()
                .filter(line -> !line.strip().matches("// \\[/?\\w[\\w-]*]"))
                .toList();
        return String.join("\n", kept).stripIndent().strip();
    }

    /** Whether a block of Java is a region of this program, with import lines before it or without. */
    boolean holds(String block) {
        List<String> lines = block.lines().toList();
        List<String> heads =
                lines.stream().takeWhile(line -> line.startsWith("import ")).toList();
        String body = String.join("\n", lines.subList(heads.size(), lines.size()))
                .stripIndent()
                .strip();
        return imports.containsAll(heads) && (body.isEmpty() || regions.containsValue(body));
    }

    /** What {@code main} prints. */
    String output() throws ReflectiveOperationException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            type.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
