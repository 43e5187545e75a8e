package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.picture.Colours;
import dev.bide.diagnostics.internal.picture.PictureOptions;
import dev.bide.diagnostics.internal.picture.SvgWriter;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.graph.Plan;
import java.util.stream.IntStream;

/** The picture of the run's graph, by name where there are many tasks. */
final class Picture {
    /** Fewer than in a picture by itself: here it stands among other things. */
    private static final int GROUPED_OVER = 50;

    private Picture() {}

    /** The section with the picture; nothing, if there is none to be had: a page without it is better than no page. */
    static String section(Recording recording) {
        String svg;
        try {
            svg = drawn(recording);
        } catch (RuntimeException | Error notDrawn) {
            return "";
        }
        Html html = new Html().open("section", "class", "graph").element("h2", "Graph");
        if (recording.tasks() > planned(recording.plan())) {
            html.element("p", "As the run began with it: tasks added more to it as they ran.", "class", "note");
        }
        html.open("div", "class", "tools", "role", "toolbar", "aria-label", "Graph", "data-part", "picture-tools");
        html.element("button", "−", "type", "button", "data-zoom", "0.8", "aria-label", "Smaller");
        html.element("button", "+", "type", "button", "data-zoom", "1.25", "aria-label", "Larger");
        html.element("button", "fit", "type", "button", "data-zoom", "0", "aria-label", "Fit to the page");
        html.close("div").open("div", "class", "paper", "tabindex", "0", "data-part", "picture");
        int start = Math.max(0, svg.indexOf("<svg"));
        return html.markup(svg.substring(start)).close("div").close("section").toString();
    }

    private static long planned(Plan plan) {
        return IntStream.range(0, plan.size())
                .filter(task -> !plan.gathers(task))
                .count();
    }

    /** Where tasks failed, what matters is which; else colours tell the names apart, as in the task stream. */
    private static String drawn(Recording recording) {
        Colours colours = recording.failure() == null ? Colours.byName() : Colours.byState(recording);
        return new SvgWriter(new PictureOptions(GROUPED_OVER, true, colours)).element(recording.plan());
    }
}
