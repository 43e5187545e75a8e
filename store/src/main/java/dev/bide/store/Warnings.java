package dev.bide.store;

import dev.bide.graph.Recipe;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says what keeps results of a run from being saved or read; each of the two once, for it may be the same with a million. */
final class Warnings {
    private static final String ONCE = " The run goes on; this is said once a run.";

    private final AtomicBoolean notSaved = new AtomicBoolean();
    private final AtomicBoolean unreadable = new AtomicBoolean();

    /** Asked for when it is needed: a program may set up its logging late. */
    private static Logger logger() {
        return System.getLogger("dev.bide.store");
    }

    void notSaved(Recipe call, Codec.NotStorable refused) {
        if (notSaved.compareAndSet(false, true)) {
            logger().log(
                            Level.WARNING,
                            "the result of task " + call.where() + " is not stored: " + refused.getMessage() + ONCE);
        }
    }

    /** The shelf says in its failure what to do. */
    void notSaved(IOException failed) {
        if (notSaved.compareAndSet(false, true)) {
            logger().log(Level.WARNING, failed.getMessage() + "." + ONCE);
        }
    }

    void notSaved(Recipe call, Throwable failed) {
        if (notSaved.compareAndSet(false, true)) {
            logger().log(
                            Level.WARNING,
                            "the result of task " + call.where() + " is not stored: " + failed
                                    + ". Give the JVM more memory if that is it, or leave stored() and pure() out."
                                    + ONCE);
        }
    }

    void unreadable(Recipe call, Throwable failed) {
        if (unreadable.compareAndSet(false, true)) {
            logger().log(
                            Level.WARNING,
                            "the stored result of task " + call.where() + " cannot be read and is computed again: "
                                    + failed + ". Has the class of the result changed? Then all is well." + ONCE);
        }
    }
}
