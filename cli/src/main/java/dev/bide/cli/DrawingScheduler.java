package dev.bide.cli;

import dev.bide.graph.Plan;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs nothing: draws the first plan it is given, and ends the program that waits for the result. */
final class DrawingScheduler implements Scheduler {
    private final Consumer<Plan> drawing;
    private boolean drawn;

    DrawingScheduler(Consumer<Plan> drawing) {
        this.drawing = drawing;
    }

    @Override
    public synchronized <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        if (!drawn) {
            drawing.accept(plan);
            drawn = true;
        }
        throw new EndOfProgram("the graph has been drawn");
    }

    /** Whether a result has been asked for, on whatever thread. */
    synchronized boolean hasDrawn() {
        return drawn;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    @Override
    public String toString() {
        return "graph";
    }
}
