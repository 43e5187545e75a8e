package dev.bide.verify.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The drawing of core's packages in CONTRIBUTING.md: one row above the other, and arrows point down only.
 *
 * @param rule the drawing as it stands there
 * @param rows each package with the number of its row, from the top
 */
record CoreDrawing(String rule, Map<String, Integer> rows) {
    private static final String SENTENCE = "Inside core, arrows point down only:";

    static CoreDrawing read() {
        String text = House.text("CONTRIBUTING.md");
        String drawing = text.substring(text.indexOf(SENTENCE)).split("```")[1].stripTrailing();
        List<String> lines = drawing.lines().toList();
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int row = 0; row < lines.size(); row++) {
            for (String name : House.matches("(dev\\.bide[.a-z]*)", lines.get(row))) {
                rows.put(name, row);
            }
        }
        return new CoreDrawing(SENTENCE + "\n" + drawing, rows);
    }

    Set<String> packages() {
        return rows.keySet();
    }

    /** Whether one package may know another: itself, and what lies below it. What is not drawn knows and is known. */
    boolean allows(String from, String to) {
        return from.equals(to) || rows.getOrDefault(from, -1) < rows.getOrDefault(to, Integer.MAX_VALUE);
    }
}
