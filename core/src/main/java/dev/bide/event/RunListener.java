package dev.bide.event;

import dev.bide.event.Event.Step;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hears the events of a run.
 *
 * <p>A listener is called with one event at a time, by whichever thread has one to tell, never while that thread holds a
 * lock: the events of one task come in order, {@link Event.RunStarted} first and {@link Event.RunEnded} last, and the run's
 * result is given out only after that. A slow listener slows the run; one that throws is reported once to the logger
 * {@code dev.bide} and hears no more, and the run goes on.
 *
 * <p>One that is {@link #concurrent} is called by the thread in which the event happens, when it happens. Several threads
 * call it at once: the events of one task still come in order, and after those of its dependencies. {@link
 * ConcurrentListener} is a beginning for such a one.
 */
@FunctionalInterface
public interface RunListener {
    /**
     * Hears an event.
     *
     * @param event what happened
     */
    void on(Event event);

    /**
     * Tells which steps of tasks this listener hears, beside what happens to the run itself. Asked once for each run;
     * steps that nobody hears cost the run nothing.
     *
     * @return the steps; all, unless a listener says otherwise
     */
    default Set<Step> steps() {
        return EnumSet.allOf(Step.class);
    }

    /**
     * Tells whether this listener may be called by several threads at once, which costs a run least. Of a task that a
     * stopped run has left behind, such a listener may hear even after {@link Event.RunEnded}.
     *
     * @return whether it may; no, unless a listener says otherwise
     */
    default boolean concurrent() {
        return false;
    }

    /**
     * Gives who hears one run: asked once for each run, by the thread that starts it, before its first event. A listener
     * that keeps something of a run, and may be given to several, gives a new one for each: events do not name their run.
     *
     * @return the listener of the run; this one, unless a listener says otherwise
     */
    default RunListener forRun() {
        return this;
    }
}
