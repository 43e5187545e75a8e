package dev.bide.store;

import dev.bide.graph.Recipe;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Says what keeps results of a run from being saved or read; each of the two once, for it may be the same with a million. */
final class Warnings {
    private static final String ONCE = " The run goes on; this is said once a run.";

    private final AtomicBoolean notSaved = new AtomicBoolean();
    private final AtomicBoolean unreadable = new AtomicBoolean();

    void notSaved(Recipe call, Codec.NotStorable refused) {
        once(notSaved, () -> "the result of task " + call.where() + " is not stored: " + refused.getMessage());
    }

    /** The shelf says in its failure what to do. */
    void notSaved(IOException failed) {
        once(notSaved, () -> failed.getMessage() + ".");
    }

    void notSaved(Recipe call, Throwable failed) {
        once(
                notSaved,
                () -> "the result of task " + call.where() + " is not stored: " + failed
                        + ". Give the JVM more memory if that is it, or leave stored() and pure() out.");
    }

    void unreadable(Recipe call, Throwable failed) {
        once(
                unreadable,
                () -> "the stored result of task " + call.where() + " cannot be read and is computed again: " + failed
                        + ". Has the class of the result changed? Then all is well.");
    }

    /** The logger is asked for when it is needed: a program may set up its logging late. */
    private static void once(AtomicBoolean said, Supplier<String> text) {
        if (said.compareAndSet(false, true)) {
            System.getLogger("dev.bide.store").log(Level.WARNING, text.get() + ONCE);
        }
    }
}
