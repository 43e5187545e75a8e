package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.picture.Legend.Piece;
import dev.bide.diagnostics.internal.picture.Scene.Arrow;
import dev.bide.diagnostics.internal.picture.Scene.Box;
import dev.bide.diagnostics.internal.picture.Scene.Curve;
import dev.bide.diagnostics.internal.picture.Scene.Point;
import dev.bide.diagnostics.internal.picture.Scene.Shape;
import dev.bide.diagnostics.internal.picture.Sketch.Form;
import java.util.ArrayList;
import java.util.List;

/** Draws a scene on a canvas, arrows first. */
final class Painter {
    /** How far below its middle a line of text has its baseline, in sizes of the font. */
    private static final double BASELINE = 0.35;

    private final Canvas canvas;

    private Painter(Canvas canvas) {
        this.canvas = canvas;
    }

    static void paint(Scene scene, Canvas canvas) {
        Painter painter = new Painter(canvas);
        scene.arrows().forEach(painter::arrow);
        scene.shapes().forEach(painter::shape);
        if (!scene.legend().isEmpty()) {
            painter.legend(scene.legend());
        }
    }

    private void arrow(Arrow arrow) {
        List<Curve> curves = new ArrayList<>(arrow.curves());
        Curve last = curves.remove(curves.size() - 1);
        Point tip = last.to();
        Point foot = tip.towards(last.bend2(), Arrow.HEAD_LENGTH);
        curves.add(endingAt(last, tip.towards(foot, Arrow.HEAD_LENGTH - 1)));
        canvas.line(curves);
        double across = Arrow.HEAD_WIDTH / 2 / Arrow.HEAD_LENGTH;
        double dx = (tip.y() - foot.y()) * across;
        double dy = (foot.x() - tip.x()) * across;
        canvas.triangle(tip, foot.plus(dx, dy), foot.plus(-dx, -dy));
    }

    /** So that the line does not stick out beside the head's tip. */
    private static Curve endingAt(Curve curve, Point end) {
        double dx = end.x() - curve.to().x();
        double dy = end.y() - curve.to().y();
        return new Curve(curve.from(), curve.bend1(), curve.bend2().plus(dx, dy), end);
    }

    private void shape(Shape shape) {
        canvas.begin(shape.item().title());
        if (shape.item().form() == Form.LIST) {
            canvas.circle(shape.result(), Shape.LIST_RADIUS);
            canvas.circle(shape.result(), Shape.RESULT_RADIUS - 1);
        } else {
            task(shape);
        }
        canvas.end();
    }

    private void task(Shape shape) {
        if (shape.item().form() == Form.TASK_AND_RESULT) {
            canvas.line(List.of(Curve.line(shape.box().centre(), shape.result())));
            canvas.circle(shape.result(), Shape.RESULT_RADIUS);
        }
        Look look = shape.item().look();
        canvas.box(shape.box(), look);
        Label label = shape.item().label();
        Point middle = middleOfBaseline(shape.box());
        double above = (label.lines().size() - 1) * Label.LINE_HEIGHT / 2;
        for (int i = 0; i < label.lines().size(); i++) {
            canvas.text(
                    label.lines().get(i), middle.plus(0, i * Label.LINE_HEIGHT - above), label.width(), look.text());
        }
    }

    private static Point middleOfBaseline(Box box) {
        return box.centre().plus(0, Label.FONT_SIZE * BASELINE);
    }

    private void legend(List<Piece> pieces) {
        canvas.begin("What the colours mean");
        for (Piece piece : pieces) {
            canvas.box(piece.box(), piece.look());
            if (!piece.text().isEmpty()) {
                canvas.text(
                        piece.text(),
                        middleOfBaseline(piece.box()),
                        piece.box().width(),
                        piece.look().text());
            }
        }
        canvas.end();
    }
}
