package dev.bide.draw;

import dev.bide.graph.Plan;
import java.io.IOException;

/** Mermaid's language, which many README viewers draw. */
final class MermaidDrawing extends TextFormat {
    MermaidDrawing(Plan plan, Appendable out) {
        super(plan, out);
    }

    @Override
    void write() throws IOException {
        line("flowchart BT");
        for (int task = 0; task < plan.size(); task++) {
            line("  t", Integer.toString(task), "[\"", escaped(plan.key(task).toString()), "\"]");
        }
        for (int task = 0; task < plan.size(); task++) {
            for (int needed : dependencies(task)) {
                line("  t", Integer.toString(needed), " --> t", Integer.toString(task));
            }
        }
    }

    /** Mermaid also reads entities, Markdown between backticks, and, wherever it stands, what two percent signs begin. */
    private static String escaped(String text) {
        return text.replace("#", "#35;")
                .replace("&", "#amp;")
                .replace("\"", "#quot;")
                .replace("<", "#lt;")
                .replace(">", "#gt;")
                .replace("`", "#96;")
                .replace("%%", "#37;#37;");
    }
}
