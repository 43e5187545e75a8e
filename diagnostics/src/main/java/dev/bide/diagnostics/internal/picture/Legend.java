package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Look.Outline;
import dev.bide.diagnostics.internal.picture.Scene.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * What the looks in a picture mean, in rows above it.
 *
 * @param pieces boxes and texts, placed from the legend's upper left corner
 * @param width of the longest row
 * @param height of all rows
 */
record Legend(List<Piece> pieces, double width, double height) {
    private static final double ROW = 24;
    private static final double GAP = 8;
    private static final double WIDEST = 420;
    private static final double PADDING = 8;
    private static final double SCALE_WIDTH = 120;
    private static final int SCALE_STEPS = 40;
    private static final Look BARE = new Look(Palette.BACKGROUND, Palette.BACKGROUND, Palette.TEXT, Outline.NONE);

    /**
     * A box with a text in it; either may be missing.
     *
     * @param box its place
     * @param look of the box
     * @param text in its middle
     */
    record Piece(Box box, Look look, String text) {
        Piece moved(double dx, double dy) {
            return new Piece(new Box(box.x() + dx, box.y() + dy, box.width(), box.height()), look, text);
        }
    }

    /** A scale of shades with its ends: {@code time 0 [...] 1.04 s}. */
    static Legend scale(String what, String least, String most) {
        List<Piece> pieces = new ArrayList<>();
        double x = addText(pieces, 0, what) + GAP;
        x = addText(pieces, x, least) + GAP;
        double end = x + SCALE_WIDTH;
        for (int step = 0; step < SCALE_STEPS; step++) {
            // To the end, each over the one before: beside each other they would show seams at some sizes.
            double from = x + SCALE_WIDTH * step / SCALE_STEPS;
            Look shade = Shade.of((double) step / (SCALE_STEPS - 1));
            Look inside = new Look(shade.fill(), shade.border(), shade.text(), Outline.NONE);
            pieces.add(new Piece(new Box(from, (ROW - 12) / 2, end - from, 12), inside, ""));
        }
        return new Legend(pieces, addText(pieces, end + GAP, most), ROW);
    }

    private static double addText(List<Piece> pieces, double x, String text) {
        double width = Label.width(text);
        pieces.add(new Piece(new Box(x, 0, width, ROW), BARE, text));
        return x + width;
    }

    /** Boxes that say what their look means. */
    static Legend samples(List<Face> faces) {
        List<Piece> pieces = new ArrayList<>();
        double x = 0;
        double y = 0;
        double widest = 0;
        for (Face face : faces) {
            String text = face.marked(face.words());
            double width = Label.width(text) + 2 * PADDING;
            if (x > 0 && x + width > WIDEST) {
                x = 0;
                y += ROW + GAP;
            }
            pieces.add(new Piece(new Box(x, y, width, ROW), face.look(), text));
            widest = Math.max(widest, x + width);
            x += width + GAP;
        }
        return new Legend(pieces, widest, y + ROW);
    }
}
