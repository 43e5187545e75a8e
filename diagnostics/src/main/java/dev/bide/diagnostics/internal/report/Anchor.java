package dev.bide.diagnostics.internal.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Links to tasks: {@code report.html#fit-37} shows the card of that task. */
final class Anchor {
    private Anchor() {}

    static void add(Html html, String key) {
        String fragment = URLEncoder.encode(key, StandardCharsets.UTF_8).replace("+", "%20");
        html.element("a", key, "class", "key", "href", "#" + fragment);
    }
}
