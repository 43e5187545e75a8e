package dev.bide.graph;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function with its options: what the calls of a graph have in common.
 *
 * <p>Programs meet its typed forms, {@code Task0..Task8} and {@code Action0..Action8}. Immutable, but for the budget of
 * call lines, whose races are harmless: at worst a few more lines are taken. A function that is sent to another JVM may have
 * captured one.
 */
@SuppressWarnings("serial") // both ends have the same classes
public abstract class Task implements Serializable {
    private final byte kind;

    @SuppressWarnings("serial") // what is a lambda as a rule, whose interface says that it can be sent
    private final Object function;

    private final TaskOptions options;
    private final @Nullable CallSite site;

    /** Whether a run is asked to do more than call it. */
    final boolean handled;

    private final CallSite.Budget calls = new CallSite.Budget();

    /**
     * Makes a task and remembers the line that did. Costs a stack walk, about a microsecond.
     *
     * @param kind the number of arguments, plus {@link Kind#ACT} for a procedure
     * @param function the {@code Fn} or {@code Act}
     * @param options its options
     */
    protected Task(int kind, Object function, TaskOptions options) {
        this.kind = (byte) kind;
        this.function = Objects.requireNonNull(function, "the task's function is null");
        this.options = options;
        this.handled = options.handling().asks();
        this.site = CallSite.here();
    }

    /** A task that was made elsewhere. */
    Task(int kind, Object function, TaskOptions options, @Nullable CallSite site) {
        this.kind = (byte) kind;
        this.function = function;
        this.options = options;
        this.handled = options.handling().asks();
        this.site = site;
    }

    /**
     * Makes a task like another, with other options.
     *
     * @param task the other
     * @param options the new options
     */
    protected Task(Task task, TaskOptions options) {
        this.kind = task.kind;
        this.function = task.function;
        this.options = options;
        this.handled = options.handling().asks();
        this.site = task.site;
    }

    /**
     * Gives the number of arguments, plus {@link Kind#ACT} for a procedure.
     *
     * @return the kind of its calls
     */
    protected final int kind() {
        return kind;
    }

    /**
     * Gives the options.
     *
     * @return the options
     */
    protected final TaskOptions options() {
        return options;
    }

    /**
     * Gives the name that keys, pictures and errors show: the one it was given, the method's if the function is a method
     * reference, else the file and line that made the task. Found anew at each call.
     *
     * @return the name
     */
    public final String name() {
        String given = options.name();
        return given != null ? given : FunctionName.of(function, site);
    }

    final Object function() {
        return function;
    }

    final @Nullable CallSite site() {
        return site;
    }

    final CallSite.Budget calls() {
        return calls;
    }

    /** Shows the name, on one line and not longer than that. */
    @Override
    public final String toString() {
        return Key.of(name()).toString();
    }
}
