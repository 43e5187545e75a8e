package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.picture.LayeredLayout.Care;
import dev.bide.diagnostics.internal.picture.Scene.Arrow;
import dev.bide.diagnostics.internal.picture.Scene.Curve;
import dev.bide.internal.run.DeepStack;
import java.util.concurrent.ExecutionException;

/** Chooses among the ways to lay a sketch out. */
final class Layout {
    /** A picture is a shelf if it is this wide and several times as wide as high. */
    private static final double LONG = 2000;

    private static final double SHELF = 3;

    /** How much shorter the arrows must be for tasks to leave the order in which they were built. */
    private static final double WORTH_IT = 0.85;

    /** Above this many items there is no time for care. */
    private static final int LARGE = 500;

    /** ELK goes through a chain one call a task. */
    private static final long STACK_EACH = 1 << 10;

    private static final long LEAST_STACK = 1 << 20;

    private Layout() {}

    /** Upwards, as such pictures usually run; but what would be a long shelf becomes a column. */
    static Scene of(Sketch sketch) {
        boolean large = sketch.items().size() > LARGE;
        Care care = large ? Care.QUICK : Care.AS_BUILT;
        Scene up = of(sketch, Flow.UP, care);
        boolean shelf = up.width() > LONG && up.width() > SHELF * up.height();
        Scene scene = shelf ? of(sketch, Flow.RIGHT, care) : up;
        return large ? scene : better(scene, of(sketch, shelf ? Flow.RIGHT : Flow.UP, Care.SEARCHED));
    }

    private static Scene of(Sketch sketch, Flow flow, Care care) {
        int size = sketch.items().size();
        try {
            return DeepStack.call(LEAST_STACK + size * STACK_EACH, new LayeredLayout(sketch, flow, care)::scene);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "cannot lay out a graph of " + Amounts.of(size, "task") + ": draw it grouped", failed.getCause());
        }
    }

    private static Scene better(Scene asBuilt, Scene searched) {
        return lengthOfArrows(searched) < WORTH_IT * lengthOfArrows(asBuilt) ? searched : asBuilt;
    }

    private static double lengthOfArrows(Scene scene) {
        double length = 0;
        for (Arrow arrow : scene.arrows()) {
            for (Curve curve : arrow.curves()) {
                length += curve.from().distance(curve.to());
            }
        }
        return length;
    }
}
