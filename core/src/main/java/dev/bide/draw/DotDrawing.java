package dev.bide.draw;

import dev.bide.graph.Plan;
import java.io.IOException;

/** Graphviz's language: a box a task, an arrow from each result to those who need it. */
final class DotDrawing extends TextFormat {
    DotDrawing(Plan plan, Appendable out) {
        super(plan, out);
    }

    @Override
    void write() throws IOException {
        line("digraph {");
        line("  rankdir=BT; node [shape=box];");
        for (int task = 0; task < plan.size(); task++) {
            line("  ", Integer.toString(task), " [label=", quoted(plan.key(task).toString()), "];");
        }
        for (int task = 0; task < plan.size(); task++) {
            for (int needed : dependencies(task)) {
                line("  ", Integer.toString(needed), " -> ", Integer.toString(task), ";");
            }
        }
        line("}");
    }

    /** Graphviz reads HTML entities in labels, so an ampersand must be one itself. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("&", "&amp;") + '"';
    }
}
