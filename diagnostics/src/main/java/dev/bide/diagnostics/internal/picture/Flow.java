package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Scene.Arrow;
import dev.bide.diagnostics.internal.picture.Scene.Box;
import dev.bide.diagnostics.internal.picture.Scene.Curve;
import dev.bide.diagnostics.internal.picture.Scene.Point;
import dev.bide.diagnostics.internal.picture.Scene.Shape;
import dev.bide.diagnostics.internal.picture.Sketch.Form;
import dev.bide.diagnostics.internal.picture.Sketch.Item;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.PortSide;

/** Which way results travel. */
enum Flow {
    UP(Direction.UP, PortSide.SOUTH, PortSide.NORTH),
    RIGHT(Direction.RIGHT, PortSide.WEST, PortSide.EAST);

    private static final double PADDING_X = 10;
    private static final double PADDING_Y = 6;
    private static final double LEAST_WIDTH = 36;
    private static final double STEM = 6;
    private static final double END = 14;

    /** The room beside a box that its loop takes. */
    private static final double LOOP = 18;

    /** Of a box, or of the place it takes with what belongs to it. */
    record Size(double width, double height) {}

    final Direction direction;
    final PortSide in;
    final PortSide out;

    Flow(Direction direction, PortSide in, PortSide out) {
        this.direction = direction;
        this.in = in;
        this.out = out;
    }

    /** The size of the place an item takes: its box, behind that its circle, on both sides room for its loop. */
    Size size(Item item) {
        if (item.form() == Form.LIST) {
            return new Size(2 * Shape.LIST_RADIUS, 2 * Shape.LIST_RADIUS);
        }
        double along = item.form() == Form.TASK_AND_RESULT ? STEM + 2 * Shape.RESULT_RADIUS : 0;
        double across = item.repeats() ? 2 * LOOP : 0;
        Size box = boxSize(item.label());
        return this == UP
                ? new Size(box.width + across, box.height + along)
                : new Size(box.width + along, box.height + across);
    }

    Shape shape(Item item, double x, double y) {
        Size size = size(item);
        if (item.form() == Form.LIST) {
            Box circle = new Box(x, y, size.width, size.height);
            return new Shape(item, circle, circle.centre());
        }
        Size box = boxSize(item.label());
        return this == UP
                ? new Shape(
                        item,
                        new Box(x + (size.width - box.width) / 2, y + size.height - box.height, box.width, box.height),
                        new Point(x + size.width / 2, y + Shape.RESULT_RADIUS))
                : new Shape(
                        item,
                        new Box(x, y + (size.height - box.height) / 2, box.width, box.height),
                        new Point(x + size.width - Shape.RESULT_RADIUS, y + size.height / 2));
    }

    private static Size boxSize(Label label) {
        double width = Math.max(LEAST_WIDTH, 2 * Math.ceil(label.width() / 2) + 2 * PADDING_X);
        return new Size(width, label.lines().size() * Label.LINE_HEIGHT + 2 * PADDING_Y);
    }

    /** An arrow from a box to itself, beside it. */
    Arrow loop(Box box) {
        Point at = box.centre();
        double reach = LOOP + 4;
        Curve curve = this == UP
                ? arc(at.plus(box.width() / 2, 7), at.plus(box.width() / 2, -7), reach, 0)
                : arc(at.plus(7, box.height() / 2), at.plus(-7, box.height() / 2), 0, reach);
        return new Arrow(List.of(curve));
    }

    private static Curve arc(Point from, Point to, double dx, double dy) {
        return new Curve(from, from.plus(dx, dy), to.plus(dx, dy), to);
    }

    /** The way through some points: curved if it always goes with the flow, else straight with round corners. */
    List<Curve> curves(List<Point> points) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            if (points.size() > 2 && against(points.get(i - 1), points.get(i))) {
                return RoundCorners.through(withEnds(points));
            }
            curves.add(curve(points.get(i - 1), points.get(i)));
        }
        return curves;
    }

    /** An arrow that turns back leaves and arrives with the flow all the same. */
    private List<Point> withEnds(List<Point> points) {
        Point first = onwards(points.get(0), END);
        Point last = onwards(points.get(points.size() - 1), -END);
        List<Point> longer = new ArrayList<>(points);
        longer.set(1, beside(first, points.get(1)));
        longer.set(points.size() - 2, beside(last, longer.get(points.size() - 2)));
        longer.add(points.size() - 1, last);
        longer.add(1, first);
        return longer;
    }

    /** As far along the flow as one point, where another is across. */
    private Point beside(Point along, Point across) {
        return this == UP ? new Point(across.x(), along.y()) : new Point(along.x(), across.y());
    }

    private Point onwards(Point from, double distance) {
        return this == UP ? from.plus(0, -distance) : from.plus(distance, 0);
    }

    private boolean against(Point from, Point to) {
        return this == UP ? to.y() > from.y() + 1 : to.x() < from.x() - 1;
    }

    /** A curve that leaves and arrives in the direction of the flow. */
    private Curve curve(Point from, Point to) {
        Point half = from.towards(to, from.distance(to) / 2);
        return this == UP
                ? new Curve(from, new Point(from.x(), half.y()), new Point(to.x(), half.y()), to)
                : new Curve(from, new Point(half.x(), from.y()), new Point(half.x(), to.y()), to);
    }
}
