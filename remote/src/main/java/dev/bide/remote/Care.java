package dev.bide.remote;

import dev.bide.graph.Handling;
import dev.bide.schedule.Attempt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of a task that asks for more than to be run, or had bad luck; most tasks have none. */
final class Care {
    /** How many attempts before the last are kept. */
    private static final int KEPT = 16;

    final Handling handling;

    /** What each attempt threw; a death is one too. */
    final List<Attempt> made = new ArrayList<>();

    /** How many attempts threw. */
    int tries;

    /** In how many dying workers it was at work. */
    int deaths;

    /** How often its inputs were not where they should be, one after the other. */
    int missed;

    /** It may have been at work in a dying worker: it is run where nothing else is, so that the next death tells. */
    boolean suspect;

    /** It has a place in its limit and is not yet in a batch. */
    boolean place;

    /** What its last attempt threw: the fallback is asked from now on. */
    @Nullable
    Throwable fallbackFor;

    Care(Handling handling) {
        this.handling = handling;
    }

    /** Whether it has a batch of its own. */
    boolean alone() {
        return handling.limit() != null || handling.timeout() != null || fallbackFor != null || suspect || deaths > 0;
    }

    void note(Attempt attempt) {
        if (made.size() > KEPT) {
            made.remove(KEPT);
        }
        made.add(attempt);
    }

    /** It has a result: should that be lost, all begins anew, but for what it fell back from and the deaths. */
    void succeeded() {
        tries = 0;
        missed = 0;
        if (deaths == 0) {
            made.clear();
        }
        suspect = false;
    }
}
