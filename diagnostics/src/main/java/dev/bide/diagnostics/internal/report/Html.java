package dev.bide.diagnostics.internal.report;

/** Markup in the making. What comes from the user goes through {@link #text} or an attribute, and is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Begins an element; attributes are names and values in turn. */
    Html open(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    Html close(String tag) {
        out.append("</").append(tag).append('>');
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    /** A whole element with nothing but text in it. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** Takes over markup that is known to be sound. */
    Html markup(String markup) {
        out.append(markup);
        return this;
    }

    /** A bar of a table: a picture, because a strict page has no style attributes. */
    Html bar(String label, double... shares) {
        open("svg", "class", "bar", "viewBox", "0 0 100 10", "preserveAspectRatio", "none", "role", "img");
        element("title", label);
        double from = 0;
        for (int part = 0; part < shares.length; part++) {
            double width = Math.max(0, Math.min(100 - from, shares[part] * 100));
            open("rect", "class", "part-" + part, "x", number(from), "width", number(width), "height", "10")
                    .close("rect");
            from += width;
        }
        return close("svg");
    }

    private static String number(double value) {
        return Double.toString(Math.round(value * 100) / 100.0);
    }

    private void escape(String text) {
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isSound(point) ? point : 0xfffd);
            }
        });
    }

    /** HTML holds neither half characters nor control characters, but for white space. */
    private static boolean isSound(int point) {
        boolean control = Character.isISOControl(point) && point != '\n' && point != '\t';
        return !control && Character.getType(point) != Character.SURROGATE;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
