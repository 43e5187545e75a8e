package dev.bide.opentelemetry;

import io.opentelemetry.context.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Makes the spans of a run's attempts current in their threads. A thread whose task waits for a run works for that run
 * meanwhile, so the scopes of a thread are nested, and those of one run are not.
 *
 * <p>A scope can be closed by its own thread only. One that a stopped run has left open is closed as soon as this thread
 * begins an attempt of any traced run.
 */
final class CurrentSpans {
    private static final ThreadLocal<@Nullable Level> INNERMOST = new ThreadLocal<>();

    private volatile boolean closed;

    /** A scope that is open in this thread, and the one around it. */
    private static final class Level {
        final CurrentSpans run;
        final OpenSpan span;
        final Scope scope;
        final @Nullable Level outer;

        @SuppressWarnings("MustBeClosedChecker") // It is closed when the attempt ends, which another event tells of.
        Level(CurrentSpans run, OpenSpan span, @Nullable Level outer) {
            this.run = run;
            this.span = span;
            this.scope = span.context.makeCurrent();
            this.outer = outer;
        }

        /** Whether its attempt is over, and nobody told: this thread would not begin another in it. */
        boolean isLeftOpenBefore(CurrentSpans next) {
            return run == next || run.closed;
        }
    }

    void enter(OpenSpan span) {
        Level outer = INNERMOST.get();
        while (outer != null && outer.isLeftOpenBefore(this)) {
            outer.scope.close();
            outer = outer.outer;
        }
        INNERMOST.set(new Level(this, span, outer));
    }

    /** Closes the scope of an attempt, with all that is open in it, if it is this thread's. */
    void leave(OpenSpan span) {
        Level level = INNERMOST.get();
        while (level != null && level.span != span) {
            level = level.outer;
        }
        if (level != null) {
            closeTo(level.outer);
        }
    }

    /** The run is over. What is open in other threads is theirs to close. */
    void close() {
        closed = true;
        Level level = INNERMOST.get();
        if (level != null && level.run == this) {
            closeTo(level.outer);
        }
    }

    /** Whether a scope is open in this thread. */
    static boolean anyHere() {
        return INNERMOST.get() != null;
    }

    private static void closeTo(@Nullable Level end) {
        Level level = INNERMOST.get();
        while (level != null && level != end) {
            level.scope.close();
            level = level.outer;
        }
        if (end == null) {
            INNERMOST.remove();
        } else {
            INNERMOST.set(end);
        }
    }
}
