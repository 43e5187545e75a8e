package dev.bide.diagnostics.internal.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The files of the page that lie beside these classes. */
final class Assets {
    /** In this order: each uses only what stands before it, but in functions that run later. */
    private static final List<String> SCRIPTS = List.of(
            "words.js",
            "data.js",
            "view.js",
            "lanes.js",
            "blocks.js",
            "theme.js",
            "marks.js",
            "stream.js",
            "overview.js",
            "pointer.js",
            "charts.js",
            "search.js",
            "card.js",
            "table.js",
            "picture.js",
            "main.js");

    private Assets() {}

    static String template() throws IOException {
        return read("report.html");
    }

    static String style() throws IOException {
        return read("report.css");
    }

    /** One script in a scope of its own. */
    static String script() throws IOException {
        StringBuilder script = new StringBuilder("\"use strict\";\n(() => {\n");
        for (String file : SCRIPTS) {
            script.append(read(file)).append('\n');
        }
        return script.append("})();\n").toString();
    }

    /** A hash as a content security policy names it. */
    static String hash(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Browsers read line ends as \n before they hash, whatever a checkout made of them. */
    private static String read(String file) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException("the jar of Bide's diagnostics lacks " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
