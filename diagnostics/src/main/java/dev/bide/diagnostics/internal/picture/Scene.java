package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Legend.Piece;
import java.util.List;

/**
 * A picture with everything in its place; y grows downwards.
 *
 * @param title the picture in words
 * @param width of the picture
 * @param height of the picture
 * @param shapes boxes and circles
 * @param arrows from results to those who need them
 * @param legend what the looks mean, or nothing
 */
record Scene(String title, double width, double height, List<Shape> shapes, List<Arrow> arrows, List<Piece> legend) {
    record Point(double x, double y) {
        Point plus(double dx, double dy) {
            return new Point(x + dx, y + dy);
        }

        double distance(Point other) {
            return Math.hypot(other.x - x, other.y - y);
        }

        /** The point at a distance from this one on the line to another. */
        Point towards(Point other, double distance) {
            double part = distance / Math.max(distance(other), Double.MIN_NORMAL);
            return new Point(x + (other.x - x) * part, y + (other.y - y) * part);
        }
    }

    /** A rectangle by its upper left corner. */
    record Box(double x, double y, double width, double height) {
        Point centre() {
            return new Point(x + width / 2, y + height / 2);
        }
    }

    /**
     * An item in its place.
     *
     * @param item what to draw
     * @param box its box, or for a list the square around its circle
     * @param result the centre of the circle, if there is one
     */
    record Shape(Sketch.Item item, Box box, Point result) {
        static final double RESULT_RADIUS = 4.5;
        static final double LIST_RADIUS = 7;
    }

    /** A line from one point to another, bent by two more as Bézier's cubic curves are. */
    record Curve(Point from, Point bend1, Point bend2, Point to) {
        static Curve line(Point from, Point to) {
            double third = from.distance(to) / 3;
            return new Curve(from, from.towards(to, third), to.towards(from, third), to);
        }

        boolean straight() {
            return offLine(bend1) + offLine(bend2) < 0.1;
        }

        private double offLine(Point bend) {
            double area = (bend.x - from.x) * (to.y - from.y) - (bend.y - from.y) * (to.x - from.x);
            return Math.abs(area) / Math.max(1, from.distance(to));
        }
    }

    /** Curves, each from where the one before ends, and a head at the end of the last that points in its direction. */
    record Arrow(List<Curve> curves) {
        static final double HEAD_LENGTH = 8;
        static final double HEAD_WIDTH = 6;
    }
}
