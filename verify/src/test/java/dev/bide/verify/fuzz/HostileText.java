package dev.bide.verify.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.List;

/** Names that somebody has tripped over before, and any others. */
final class HostileText {
    private static final List<String> KNOWN = List.of(
            "\n",
            "\r\n",
            "\"",
            "\\",
            "'",
            "`",
            "../",
            "\0",
            "\u202e",
            "\u2028",
            "\ud83d\ude00",
            "\ud83d",
            " <- ",
            ", ",
            "-->",
            "]",
            "\"];",
            "#",
            "#quot;",
            "&amp;",
            "<b>",
            "%%{init: {}}%%",
            "%s",
            "$1",
            "…");

    private HostileText() {}

    /** Draws a text; it may be empty, or as long as the rest of the data. */
    static String draw(FuzzedDataProvider data) {
        return switch (data.consumeInt(0, 3)) {
            case 0 -> data.consumeString(12);
            case 1 -> data.pickValue(KNOWN) + data.pickValue(KNOWN);
            case 2 -> data.pickValue(KNOWN).repeat(data.consumeInt(1, 130));
            default -> data.consumeAsciiString(3) + data.pickValue(KNOWN) + data.consumeString(3);
        };
    }
}
