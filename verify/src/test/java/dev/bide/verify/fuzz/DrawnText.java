package dev.bide.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.draw.Drawing;
import dev.bide.graph.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A graph written as text, in Graphviz's and in Mermaid's language, and read again: each box has the key that the plan has,
 * and each dependency is there once.
 */
final class DrawnText {
    private static final Pattern DOT_BOX = Pattern.compile("  (\\d+) \\[label=\"((?:[^\"\\\\]++|\\\\.)*+)\"\\];");
    private static final Pattern DOT_ARROW = Pattern.compile("  (\\d+) -> (\\d+);");
    private static final Pattern MERMAID_BOX = Pattern.compile("  t(\\d+)\\[\"([^\"]*)\"\\]");
    private static final Pattern MERMAID_ARROW = Pattern.compile("  t(\\d+) --> t(\\d+)");

    /** What Mermaid would take for the start of something: of a comment, a tag, an entity, a string in Markdown. */
    private static final Pattern NOT_IN_MERMAID = Pattern.compile("%%|[<>&`]");

    private static final Pattern ENTITY = Pattern.compile("#(\\w+);");
    private static final Map<String, String> ENTITIES =
            Map.of("35", "#", "quot", "\"", "lt", "<", "gt", ">", "amp", "&", "37", "%", "96", "`");

    private final Plan plan;

    DrawnText(Plan plan) {
        this.plan = plan;
    }

    void check() {
        try {
            StringBuilder text = new StringBuilder();
            Drawing.text(plan, text);
            checkText(text.toString());
            StringBuilder dot = new StringBuilder();
            Drawing.dot(plan, dot);
            checkDot(dot.toString());
            Path file = Files.createTempFile("bide-fuzz", ".mmd");
            Drawing.draw(plan, file);
            checkMermaid(Files.readString(file));
            Files.delete(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void checkText(String text) {
        List<String> lines = lines(text);
        assertThat(lines).hasSize(plan.size());
        for (int task = 0; task < plan.size(); task++) {
            String key = plan.key(task).toString();
            assertThat(lines).anyMatch(line -> line.equals(key) || line.startsWith(key + " <- "));
        }
    }

    private void checkDot(String dot) {
        List<String> lines = lines(dot);
        assertThat(lines.subList(0, 2)).containsExactly("digraph {", "  rankdir=BT; node [shape=box];");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("}");
        read(lines.subList(2, lines.size() - 1), DOT_BOX, DOT_ARROW, DrawnText::fromDot);
    }

    /** Graphviz reads a label for escapes, then for entities. */
    private static String fromDot(String label) {
        return label.replaceAll("\\\\(.)", "$1").replace("&amp;", "&");
    }

    private void checkMermaid(String mermaid) {
        List<String> lines = lines(mermaid);
        assertThat(lines.get(0)).isEqualTo("flowchart BT");
        read(lines.subList(1, lines.size()), MERMAID_BOX, MERMAID_ARROW, DrawnText::fromMermaid);
    }

    private static String fromMermaid(String label) {
        assertThat(label).doesNotContainPattern(NOT_IN_MERMAID);
        return ENTITY.matcher(label)
                .replaceAll(found -> Matcher.quoteReplacement(ENTITIES.getOrDefault(found.group(1), "?")));
    }

    private static List<String> lines(String text) {
        List<String> lines = Arrays.asList(text.split("\n"));
        assertThat(lines).allMatch(OneLine::holds);
        assertThat(text).endsWith("\n");
        return lines;
    }

    private interface Reading {
        String of(String label);
    }

    /** Boxes first, in the plan's numbers, then the arrows. */
    private void read(List<String> lines, Pattern box, Pattern arrow, Reading reading) {
        List<String> labels = new ArrayList<>();
        List<List<Integer>> arrows = new ArrayList<>();
        for (String line : lines) {
            List<MatchResult> boxes = box.matcher(line).results().toList();
            if (box.matcher(line).matches()) {
                assertThat(boxes.get(0).group(1)).isEqualTo(Integer.toString(labels.size()));
                labels.add(reading.of(boxes.get(0).group(2)));
            } else {
                assertThat(line).matches(arrow);
                MatchResult found = arrow.matcher(line).results().findFirst().orElseThrow();
                arrows.add(List.of(Integer.valueOf(found.group(1)), Integer.valueOf(found.group(2))));
            }
        }
        List<String> keys = new ArrayList<>();
        List<List<Integer>> dependencies = new ArrayList<>();
        for (int task = 0; task < plan.size(); task++) {
            keys.add(plan.key(task).toString());
            for (int p = plan.dependencyStart()[task]; p < plan.dependencyStart()[task + 1]; p++) {
                dependencies.add(List.of(plan.dependencies()[p], task));
            }
        }
        assertThat(labels).isEqualTo(keys);
        assertThat(arrows).doesNotHaveDuplicates().hasSameElementsAs(dependencies);
    }
}
