package dev.bide.event;

/**
 * Hears the events of a run.
 *
 * <p>A listener is called with one event at a time, by whichever thread has one to tell, never while that thread holds a
 * lock: the events of one task come in order, {@link Event.RunStarted} first and {@link Event.RunEnded} last, and the run's
 * result is given out only after that. A slow listener slows the run; one that throws is reported once to the logger
 * {@code dev.bide} and hears no more, and the run goes on.
 */
@FunctionalInterface
public interface RunListener {
    /**
     * Hears an event.
     *
     * @param event what happened
     */
    void on(Event event);
}
