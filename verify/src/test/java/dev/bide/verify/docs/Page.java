package dev.bide.verify.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a page of Markdown holds besides prose.
 *
 * @param file the page
 * @param blocks its fenced blocks, in order
 * @param links the targets of its links
 * @param code what is in code font in its prose
 */
record Page(Path file, List<Block> blocks, List<Found> links, List<Found> code) {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** A fenced block, and the line of its fence. */
    record Block(String language, int line, String text) {}

    /** Something in the prose, and its line. */
    record Found(int line, String text) {}

    static Page read(Path file) {
        List<Block> blocks = new ArrayList<>();
        List<Found> links = new ArrayList<>();
        List<Found> code = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("```")) {
                int end = endOfBlock(file, lines, i);
                blocks.add(new Block(line.substring(3).strip(), i + 1, String.join("\n", lines.subList(i + 1, end))));
                i = end;
            } else if (!line.startsWith("    ")) {
                int at = i + 1;
                matches(LINK, CODE.matcher(line).replaceAll("")).forEach(target -> links.add(new Found(at, target)));
                matches(CODE, line).forEach(text -> code.add(new Found(at, text)));
            }
        }
        return new Page(file, blocks, links, code);
    }

    private static int endOfBlock(Path file, List<String> lines, int start) {
        for (int end = start + 1; end < lines.size(); end++) {
            if (lines.get(end).strip().equals("```")) {
                return end;
            }
        }
        throw new AssertionError(file + ":" + (start + 1) + ": this block has no end. Close it with ```.");
    }

    private static List<String> matches(Pattern pattern, String line) {
        return pattern.matcher(line)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The page and a line, as editors know it. */
    String at(int line) {
        return file + ":" + line;
    }
}
