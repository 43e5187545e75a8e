package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Scene.Curve;
import dev.bide.diagnostics.internal.picture.Scene.Point;
import java.util.ArrayList;
import java.util.List;

/** Straight lines from point to point, with round corners. */
final class RoundCorners {
    private static final double RADIUS = 12;

    private RoundCorners() {}

    static List<Curve> through(List<Point> points) {
        List<Curve> curves = new ArrayList<>();
        Point at = points.get(0);
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            Point next = points.get(i + 1);
            double radius = Math.min(RADIUS, Math.min(at.distance(corner), corner.distance(next)) / 2);
            Point before = corner.towards(at, radius);
            Point after = corner.towards(next, radius);
            curves.add(Curve.line(at, before));
            curves.add(new Curve(before, corner, corner, after));
            at = after;
        }
        curves.add(Curve.line(at, points.get(points.size() - 1)));
        return curves;
    }
}
