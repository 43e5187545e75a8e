package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Look.Outline;
import dev.bide.diagnostics.internal.picture.Scene.Box;
import dev.bide.diagnostics.internal.picture.Scene.Curve;
import dev.bide.diagnostics.internal.picture.Scene.Point;
import java.util.List;

/** Draws in SVG, with attributes only: a style sheet would reach into the page that a picture is pasted into. */
final class SvgCanvas implements Canvas {
    private static final String EDGE = Look.hex(Palette.EDGE);
    private static final String BACKGROUND = Look.hex(Palette.BACKGROUND);

    private final StringBuilder out = new StringBuilder();

    static String drawn(Scene scene) {
        SvgCanvas canvas = new SvgCanvas();
        String width = number(Math.ceil(scene.width()));
        String height = number(Math.ceil(scene.height()));
        canvas.write(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"", escaped(scene.title()), "\"");
        canvas.write(" width=\"", width, "\" height=\"", height, "\" viewBox=\"0 0 ", width, " ", height, "\"");
        canvas.write(" font-family=\"Helvetica, Arial, 'DejaVu Sans', sans-serif\" text-anchor=\"middle\"");
        canvas.write(" font-size=\"", number(Label.FONT_SIZE), "\">\n");
        canvas.write("<title>", escaped(scene.title()), "</title>\n");
        canvas.write("<rect width=\"", width, "\" height=\"", height, "\" fill=\"", BACKGROUND, "\"/>\n");
        Painter.paint(scene, canvas);
        canvas.write("</svg>\n");
        return canvas.out.toString();
    }

    @Override
    public void begin(String title) {
        write("<g><title>", escaped(title), "</title>\n");
    }

    @Override
    public void end() {
        write("</g>\n");
    }

    @Override
    public void box(Box box, Look look) {
        write("<rect x=\"", number(box.x()), "\" y=\"", number(box.y()), "\"");
        boolean outlined = look.outline() != Outline.NONE;
        write(
                outlined ? " rx=\"6\"" : "",
                " width=\"",
                number(box.width()),
                "\" height=\"",
                number(box.height()),
                "\"");
        write(" fill=\"", Look.hex(look.fill()), "\"");
        if (outlined) {
            outline(look);
        }
        write("/>\n");
    }

    private void outline(Look look) {
        write(" stroke=\"", Look.hex(look.border()), "\"");
        if (look.outline() != Outline.PLAIN) {
            write(" stroke-width=\"", number(look.outline().thickness), "\"");
        }
        if (!look.outline().dashes.isEmpty()) {
            write(" stroke-dasharray=\"", look.outline().dashes, "\"");
        }
    }

    @Override
    public void circle(Point centre, double radius) {
        write("<circle cx=\"", number(centre.x()), "\" cy=\"", number(centre.y()), "\" r=\"", number(radius), "\"");
        write(" fill=\"", BACKGROUND, "\" stroke=\"", EDGE, "\" stroke-width=\"1.3\"/>\n");
    }

    @Override
    public void line(List<Curve> curves) {
        write(
                "<path fill=\"none\" stroke=\"",
                EDGE,
                "\" d=\"M",
                number(curves.get(0).from()));
        for (Curve curve : curves) {
            if (curve.straight()) {
                write("L", number(curve.to()));
            } else {
                write("C", number(curve.bend1()), " ", number(curve.bend2()), " ", number(curve.to()));
            }
        }
        write("\"/>\n");
    }

    @Override
    public void triangle(Point a, Point b, Point c) {
        write("<path fill=\"", EDGE, "\" d=\"M", number(a), "L", number(b), "L", number(c), "z\"/>\n");
    }

    @Override
    public void text(String text, Point middleOfBaseline, double width, int colour) {
        write("<text x=\"", number(middleOfBaseline.x()), "\" y=\"", number(middleOfBaseline.y()), "\"");
        write(" fill=\"", Look.hex(colour), "\">", escaped(text), "</text>\n");
    }

    private void write(String... parts) {
        for (String part : parts) {
            out.append(part);
        }
    }

    private static String number(Point point) {
        return number(point.x()) + "," + number(point.y());
    }

    private static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    /** Text as XML takes it; what no XML can hold, such as half a character, becomes the sign for that. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(inXml(point) ? point : 0xfffd);
            }
        });
        return escaped.toString();
    }

    private static boolean inXml(int point) {
        return point >= ' ' && point < 0xd800 || point >= 0xe000 && (point & 0xfffe) != 0xfffe || point == '\n';
    }
}
