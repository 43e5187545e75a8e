package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Scene.Box;
import dev.bide.diagnostics.internal.picture.Scene.Curve;
import dev.bide.diagnostics.internal.picture.Scene.Point;
import java.util.List;

/** What pictures are drawn on: each format has one. */
interface Canvas {
    /** What is drawn until {@link #end} belongs together. */
    void begin(String title);

    void end();

    void box(Box box, Look look);

    void circle(Point centre, double radius);

    void line(List<Curve> curves);

    void triangle(Point a, Point b, Point c);

    void text(String text, Point middleOfBaseline, double width, int colour);
}
