package dev.bide.diagnostics.internal.picture;

/**
 * What a box looks like.
 *
 * @param fill the colour inside, as 0xrrggbb
 * @param border the colour of its outline
 * @param text the colour of its label
 * @param outline how the outline is drawn
 */
record Look(int fill, int border, int text, Outline outline) {
    /** The least contrast of a label to its box that WCAG 2 calls readable for everybody (level AA). */
    static final double READABLE = 4.5;

    /** The least contrast of an outline to what is around it (WCAG 2). */
    static final double VISIBLE = 3;

    /** Ways to draw an outline, which differ without any colour. */
    enum Outline {
        PLAIN(1, ""),
        THICK(2.8, ""),
        DASHED(1.3, "5 3"),
        DOTTED(1.5, "1.5 2.5"),
        /** Nothing but the inside, with sharp corners. */
        NONE(0, "");

        final double thickness;

        /** Lengths of the dashes and gaps; empty for an unbroken line. */
        final String dashes;

        Outline(double thickness, String dashes) {
            this.thickness = thickness;
            this.dashes = dashes;
        }
    }

    static double contrast(int a, int b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double part = (channel & 0xff) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** A colour between two others: the first at 0, the second at 1. */
    static int mixed(int a, int b, double part) {
        return channel(a, b, part, 16) | channel(a, b, part, 8) | channel(a, b, part, 0);
    }

    private static int channel(int a, int b, double part, int shift) {
        int from = a >> shift & 0xff;
        int to = b >> shift & 0xff;
        return (int) Math.round(from + (to - from) * part) << shift;
    }

    static String hex(int rgb) {
        return "#" + Integer.toHexString(0x1000000 | rgb).substring(1);
    }
}
