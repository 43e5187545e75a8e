package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.picture.Look.Outline;
import dev.bide.diagnostics.internal.picture.Scene.Box;
import dev.bide.diagnostics.internal.picture.Scene.Curve;
import dev.bide.diagnostics.internal.picture.Scene.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;

/** Draws into an image in memory. */
final class PngCanvas implements Canvas {
    private static final double SHARP = 2;
    private static final double LEAST_SCALE = 0.5;
    private static final double MOST_PIXELS = 60e6;

    private final Graphics2D graphics;
    private final PngFont font;

    private PngCanvas(Graphics2D graphics) {
        this.graphics = graphics;
        this.font = new PngFont(graphics);
    }

    static byte[] drawn(Scene scene) throws IOException {
        double scale = scale(scene);
        PngFont.check();
        return PngFile.encoded(image(scene, scale));
    }

    /** Two pixels a point, for sharp screens; fewer in a picture that would be too large for a machine's memory. */
    private static double scale(Scene scene) throws IOException {
        double scale = Math.min(SHARP, Math.sqrt(MOST_PIXELS / (scene.width() * scene.height())));
        if (scale < LEAST_SCALE) {
            throw new IOException("at a readable size the picture would be "
                    + Amounts.of((int) Math.ceil(scene.width())) + " × " + Amounts.of((int) Math.ceil(scene.height()))
                    + " pixels: draw it as .svg, or grouped");
        }
        return scale;
    }

    private static BufferedImage image(Scene scene, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(scene.width() * scale),
                (int) Math.ceil(scene.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(new Color(Palette.BACKGROUND));
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(scale, scale);
            Painter.paint(scene, new PngCanvas(graphics));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    @Override
    public void begin(String title) {}

    @Override
    public void end() {}

    @Override
    public void box(Box box, Look look) {
        double corners = look.outline() == Outline.NONE ? 0 : 12;
        Shape shape = new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), corners, corners);
        fill(shape, look.fill());
        if (look.outline() != Outline.NONE) {
            draw(shape, look.border(), stroke(look.outline()));
        }
    }

    private static BasicStroke stroke(Outline outline) {
        float thickness = (float) outline.thickness;
        if (outline.dashes.isEmpty()) {
            return new BasicStroke(thickness);
        }
        String[] lengths = outline.dashes.split(" ");
        float[] dashes = {Float.parseFloat(lengths[0]), Float.parseFloat(lengths[1])};
        return new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
    }

    @Override
    public void circle(Point centre, double radius) {
        Shape shape = new Ellipse2D.Double(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
        fill(shape, Palette.BACKGROUND);
        draw(shape, Palette.EDGE, new BasicStroke(1.3f));
    }

    @Override
    public void line(List<Curve> curves) {
        Path2D path = new Path2D.Double();
        path.moveTo(curves.get(0).from().x(), curves.get(0).from().y());
        for (Curve curve : curves) {
            Point bend1 = curve.bend1();
            Point bend2 = curve.bend2();
            path.curveTo(
                    bend1.x(),
                    bend1.y(),
                    bend2.x(),
                    bend2.y(),
                    curve.to().x(),
                    curve.to().y());
        }
        draw(path, Palette.EDGE, new BasicStroke(1));
    }

    @Override
    public void triangle(Point a, Point b, Point c) {
        Path2D path = new Path2D.Double();
        path.moveTo(a.x(), a.y());
        path.lineTo(b.x(), b.y());
        path.lineTo(c.x(), c.y());
        path.closePath();
        fill(path, Palette.EDGE);
    }

    @Override
    public void text(String text, Point middleOfBaseline, double width, int colour) {
        graphics.setColor(new Color(colour));
        font.draw(text, middleOfBaseline, width);
    }

    private void fill(Shape shape, int rgb) {
        graphics.setColor(new Color(rgb));
        graphics.fill(shape);
    }

    private void draw(Shape shape, int rgb, BasicStroke stroke) {
        graphics.setColor(new Color(rgb));
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }
}
