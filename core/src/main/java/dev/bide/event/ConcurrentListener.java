package dev.bide.event;

import dev.bide.event.Event.Step;
import java.util.Set;

/** A listener that several threads may call at once, and that hears the steps that it was made for. */
public abstract class ConcurrentListener implements RunListener {
    private final Set<Step> steps;

    /**
     * Makes a listener.
     *
     * @param steps what it hears of tasks, beside what happens to the run itself
     */
    protected ConcurrentListener(Set<Step> steps) {
        this.steps = Set.copyOf(steps);
    }

    /** Tells which steps of tasks this listener hears. */
    @Override
    public final Set<Step> steps() {
        return steps;
    }

    /** Tells that several threads may call this listener at once. */
    @Override
    public final boolean concurrent() {
        return true;
    }
}
