package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.analysis.CriticalPath;
import dev.bide.diagnostics.internal.analysis.Parallelism;
import dev.bide.diagnostics.internal.recording.Recording;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the page together: in the template each {@code {{name}}} is replaced; what was filled in is not read again. */
final class Page {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private Page() {}

    static String of(Recording recording) throws IOException {
        CriticalPath path = CriticalPath.of(recording);
        Parallelism parallelism = RunData.parallelism(recording);
        NamePalette colours = new NamePalette(recording);
        Shown shown = Shown.of(recording, path);
        Lanes lanes = Lanes.of(recording, shown);
        String style = Assets.style();
        String script = Assets.script();
        Map<String, String> parts = new HashMap<>();
        parts.put("policy", policy(style, script));
        parts.put("title", new Html().text(Texts.oneLine(recording.title())).toString());
        parts.put("style", style);
        parts.put("heading", Heading.of(recording, parallelism, path));
        parts.put("failures", FailureCards.of(recording));
        parts.put("notes", Notes.of(recording, shown, lanes));
        parts.put("names", NameTable.of(recording, colours));
        parts.put("path", PathTable.of(recording, path, colours));
        parts.put("picture", Picture.section(recording));
        parts.put("data", RunData.of(recording, parallelism, colours, path, shown, lanes));
        parts.put("script", script);
        return filled(Assets.template(), parts);
    }

    /** Nothing is loaded and nothing runs but what this page brings along. */
    private static String policy(String style, String script) {
        return "default-src 'none'; script-src " + Assets.hash(script) + "; style-src " + Assets.hash(style)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String filled(String template, Map<String, String> parts) {
        StringBuilder page = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        int from = 0;
        while (place.find()) {
            page.append(template, from, place.start()).append(parts.get(place.group(1)));
            from = place.end();
        }
        return page.append(template, from, template.length()).toString();
    }
}
