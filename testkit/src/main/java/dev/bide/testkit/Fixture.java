package dev.bide.testkit;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * An object of a test that its tasks use, in whatever JVM they run: there they count, wait and ask for numbers here.
 *
 * <p>What travels is a {@link Handle}. Decoded in the test's JVM it becomes this very object, elsewhere one whose questions
 * are answered by this one. All that a task may do goes through {@link #ask}; a wait is asked for again and again, each
 * time for a moment, so that a thread that waits here can be interrupted there.
 */
abstract class Fixture implements Serializable {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Handle home;
    private transient @Nullable Handle handedOut;

    /** One of this JVM. */
    Fixture() {
        home = null;
    }

    /** One that asks another. */
    Fixture(Handle home) {
        this.home = home;
    }

    /**
     * Answers, in the test's JVM.
     *
     * @param question what is asked
     * @param about of what, if the question leaves that open
     */
    abstract long answer(String question, String about) throws InterruptedException;

    final boolean isHere() {
        return home == null;
    }

    /** Asks about nothing but this, what takes no time. */
    final long ask(String question) {
        return ask(question, "");
    }

    /** Asks what takes no time. */
    final long ask(String question, String about) {
        try {
            return await(question, about);
        } catch (InterruptedException impossible) {
            throw new AssertionError(question + " made somebody wait", impossible);
        }
    }

    /** Asks what may take a moment. */
    final long await(String question, String about) throws InterruptedException {
        return home == null ? answer(question, about) : Line.ask(home, question, about);
    }

    /** What a fixture throws that does not know a question. */
    final AssertionError unknown(String question) {
        return new AssertionError("a " + kind() + " is never asked: " + question);
    }

    private String kind() {
        return getClass().getSimpleName();
    }

    /** Only where it was made does it know what was done. */
    final void onlyHere() {
        if (home != null) {
            throw new IllegalStateException("ask the " + kind() + " in the test, not in a task");
        }
    }

    /** What travels in its place. */
    final Object writeReplace() {
        return home == null ? handedOut().another() : home;
    }

    private synchronized Handle handedOut() {
        Handle known = handedOut == null ? Home.handle(kind()) : handedOut;
        handedOut = known;
        Home.keep(known, this);
        return known;
    }
}
