package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Scene.Point;
import java.awt.AWTError;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;

/** Writes labels with the machine's own font, squeezed where it is wider than the label's place. */
final class PngFont {
    private static final String MISSING =
            "this Java cannot draw text into an image: it finds no fonts, came without its"
                    + " graphics libraries, or looks for a screen that is not there. On Debian and Ubuntu: apt-get install fontconfig"
                    + " libfreetype6 fonts-dejavu-core; elsewhere install fontconfig and a TrueType font. Where there is no screen,"
                    + " run java without -Djava.awt.headless=false. Or draw the graph as .svg, which needs none of this.";

    private final Graphics2D graphics;
    private final Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) Label.FONT_SIZE);
    private final FontRenderContext exact = new FontRenderContext(null, true, true);

    PngFont(Graphics2D graphics) {
        this.graphics = graphics;
    }

    void draw(String text, Point middleOfBaseline, double width) {
        TextLayout layout = new TextLayout(text, font, exact);
        double squeezed = Math.min(1, width / layout.getAdvance());
        AffineTransform place = AffineTransform.getTranslateInstance(middleOfBaseline.x(), middleOfBaseline.y());
        place.scale(squeezed, 1);
        place.translate(-layout.getAdvance() / 2, 0);
        graphics.fill(layout.getOutline(place));
    }

    /**
     * Draws a letter as a trial. A Java without fonts fails in ways that say little: errors from the linker, null pointers
     * deep inside, later only that there was an error before.
     *
     * @throws IOException if text cannot be drawn; it says what to install
     */
    static void check() throws IOException {
        try {
            Graphics2D trial = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
            new PngFont(trial).draw("x", new Point(0, 0), 1);
            trial.dispose();
        } catch (LinkageError | AWTError | InternalError | RuntimeException missing) {
            throw new IOException(MISSING, missing);
        }
    }
}
