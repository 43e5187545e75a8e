package dev.bide.verify.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on bad input names a test for each row, and those tests exist. */
class BadInputTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = ROOT.resolve("docs/spec/4-bad-input.md");
    private static final Pattern TEST = Pattern.compile("([A-Z]\\w+)\\.([a-z]\\w*_\\w+)");

    private static Map<String, List<Path>> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().matches(".*(Test|Law|Contract)\\.java")
                            && !file.toString().contains("target"))
                    .collect(Collectors.groupingBy(file -> file.getFileName().toString()));
        }
    }

    private static boolean exists(MatchResult test, Map<String, List<Path>> sources) {
        Pattern method = Pattern.compile("void " + test.group(2) + "\\(");
        return sources.getOrDefault(test.group(1) + ".java", List.of()).stream()
                .anyMatch(source -> method.matcher(read(source)).find());
    }

    private static String read(Path file) {
        return String.join("\n", Page.lines(file));
    }

    @Test
    void test_namedByARow_exists() throws IOException {
        Map<String, List<Path>> sources = sources();
        List<MatchResult> named = TEST.matcher(read(PAGE)).results().toList();

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(named.stream()
                        .filter(test -> !exists(test, sources))
                        .map(MatchResult::group)
                        .toList())
                .as("tests that %s names and that are nowhere. Write their names as they are now.", PAGE)
                .isEmpty();
    }

    @Test
    void row_ofATable_hasAsManyCellsAsItsHead() {
        List<String> wrong = new ArrayList<>();
        int cells = 0;
        for (String line : Page.lines(PAGE)) {
            int bars = line.length() - line.replace("|", "").length();
            cells = !line.startsWith("|") ? 0 : cells == 0 ? bars : cells;
            if (line.startsWith("|") && bars != cells) {
                wrong.add(line);
            }
        }
        assertThat(wrong).as("rows of %s that are broken", PAGE).isEmpty();
    }
}
