package dev.bide.diagnostics.internal.file;

/** Text as JSON, such that it can stand in a page, too. */
public final class Json {
    private Json() {}

    /**
     * Quotes a text. What could end a script in a page is escaped.
     *
     * @param text any text
     * @return a JSON string
     */
    public static String of(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029' || c == 0x7f) {
                json.append(String.format("\\u%04x", (int) c));
            } else if (Character.isSurrogate(c) && !paired(text, i)) {
                json.append("\\ufffd");
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
