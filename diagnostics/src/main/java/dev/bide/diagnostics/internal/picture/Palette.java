package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Look.Outline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Colours of boxes: Paul Tol's "light" scheme, which people with any colour vision can tell apart and black text can be
 * read on.
 */
enum Palette {
    BLUE(0x77aadd, 0x33618f),
    YELLOW(0xeedd88, 0x8a7718),
    MINT(0x44bb99, 0x1b6b55),
    ORANGE(0xee8866, 0x984023),
    CYAN(0x99ddff, 0x30789f),
    PINK(0xffaabb, 0xa8445c),
    PEAR(0xbbcc33, 0x667012),
    OLIVE(0xaaaa00, 0x606000),
    GREY(0xe4e4e4, 0x666666);

    static final int TEXT = 0x111111;
    static final int BACKGROUND = 0xffffff;
    static final int EDGE = 0x555555;

    private static final double PALE = 0.62;

    private final int fill;
    private final int border;

    Palette(int fill, int border) {
        this.fill = fill;
        this.border = border;
    }

    Look look() {
        return new Look(fill, border, TEXT, Outline.PLAIN);
    }

    Look pale() {
        return new Look(Look.mixed(fill, BACKGROUND, PALE), border, TEXT, Outline.PLAIN);
    }

    /** Gives names their colours, first come first served, then the same ones paler; grey is for what has no function. */
    static final class ByName {
        private static final List<Palette> CHOICE = List.of(BLUE, YELLOW, MINT, ORANGE, CYAN, PINK, PEAR, OLIVE);

        private final Map<String, Look> given = new HashMap<>();

        Look of(String name) {
            return given.computeIfAbsent(name, ignored -> choice(given.size()));
        }

        private static Look choice(int number) {
            Palette colour = CHOICE.get(number % CHOICE.size());
            return number / CHOICE.size() % 2 == 0 ? colour.look() : colour.pale();
        }
    }
}
