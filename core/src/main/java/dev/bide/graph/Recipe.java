package dev.bide.graph;

import java.lang.invoke.SerializedLambda;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node does and with what: its function and its arguments, to be read and not to be run. Whoever knows the recipes of
 * all that a node needs can tell whether two nodes compute the same.
 *
 * <p>A view: costs nothing until something is asked. What a {@link Rewriting} has put around a call is looked through.
 */
public final class Recipe {
    /** Stands in the arguments of a step for the result of the step before. */
    public static final Object BEFORE = new Object() {
        @Override
        public String toString() {
            return "the result of the step before";
        }
    };

    private final Node node;
    private final @Nullable Object @Nullable [] given;

    private Recipe(Node node, @Nullable Object @Nullable [] given) {
        this.node = node;
        this.given = given;
    }

    /**
     * Gives the recipe of a node.
     *
     * @param node the node
     * @return its recipe
     */
    public static Recipe of(Node node) {
        return new Recipe(node.origin(), null);
    }

    /**
     * Gives the node, as the user made it.
     *
     * @return the node
     */
    public Node node() {
        return node;
    }

    /**
     * Tells what the node does.
     *
     * @return one of the numbers of {@link Kind}
     */
    public int kind() {
        return node.kind;
    }

    /**
     * Tells whether the function answers with a node to go on with.
     *
     * @return whether the graph grows by it
     */
    public boolean expands() {
        return node.kind == Kind.EXPAND;
    }

    /**
     * Gives the {@code Fn} or {@code Act} that is called.
     *
     * @return the function, or {@code null} if none is called, or several are: see {@link #steps}
     */
    public @Nullable Object function() {
        return node.function == null || node.kind == Kind.FUSED ? null : node.plainFunction();
    }

    /**
     * Gives what the task of the call asks for.
     *
     * @return its options; none, where a function is called that is no task
     */
    public TaskOptions options() {
        return node.taskOptions();
    }

    /**
     * Gives the arguments, in their order. Where a result will be there is the node that gives it, in lists, maps, arrays,
     * records and the like, too. What the node only runs after is not among them.
     *
     * @return the arguments; of a node that holds a value the value, of one that stands for another the other
     */
    public List<@Nullable Object> arguments() {
        if (given != null) {
            return listed(given);
        }
        if (node.kind == Kind.VALUE) {
            return Collections.singletonList(node.a0);
        }
        @Nullable Object[] arguments = new Object[node.argumentCount()];
        for (int k = 0; k < arguments.length; k++) {
            arguments[k] = filled(node.argument(k));
        }
        return listed(arguments);
    }

    private static List<@Nullable Object> listed(@Nullable Object[] arguments) {
        List<@Nullable Object> list = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            list.add(argument);
        }
        return Collections.unmodifiableList(list);
    }

    /** A structure with the nodes back in its holes is like the one that the user passed. */
    private static @Nullable Object filled(@Nullable Object argument) {
        return argument instanceof Template template
                ? template.fill(template.holes().toArray(), 0)
                : argument;
    }

    /**
     * Gives the steps of a node that calls several functions one after the other.
     *
     * @return a recipe for each, with {@link #BEFORE} among its arguments, but for the first; none for other nodes
     */
    public List<Recipe> steps() {
        if (!(node.function instanceof Fused fused)) {
            return List.of();
        }
        List<Recipe> steps = new ArrayList<>();
        int from = 0;
        for (int s = 0; s < fused.steps().size(); s++) {
            Node step = fused.steps().get(s);
            @Nullable Object[] own = new Object[step.argumentCount()];
            for (int k = 0; k < own.length; k++) {
                own[k] = k == fused.holes().get(s) ? BEFORE : filled(node.argument(from++));
            }
            steps.add(new Recipe(step, own));
        }
        return steps;
    }

    /**
     * Gives the nodes whose recipes this one is made of: those in its arguments, and those that its function captured as
     * far as lists, maps, arrays, records and {@code Optional}s show them.
     *
     * @return the nodes
     */
    public List<Node> needs() {
        List<Node> needs = new ArrayList<>(node.dependencies());
        int after = node.after().length;
        needs.subList(needs.size() - after, needs.size()).clear();
        if (node.kind == Kind.FUSED) {
            steps().forEach(step -> needs.addAll(Captures.captured(step.node.plainFunction())));
        } else if (node.function != null) {
            needs.addAll(Captures.captured(node.plainFunction()));
        }
        return needs;
    }

    /**
     * Gives what the call is called.
     *
     * @return the key if it was given one, else the name
     */
    public String name() {
        return node.label();
    }

    /**
     * Tells which call of the program it is, for a message.
     *
     * @return the name or key, and the line of the call or, where that was not taken, of its task
     */
    public String where() {
        String at = node.site() != null
                ? ", called at " + node.site()
                : node.taskSite() != null ? ", task from " + node.taskSite() : "";
        return node.label() + at;
    }

    /**
     * Gives what a task calls.
     *
     * @param task the task
     * @return the {@code Fn} or {@code Act}
     */
    public static Object functionOf(Task task) {
        return task.function();
    }

    /**
     * Gives what a task asks for.
     *
     * @param task the task
     * @return its options
     */
    public static TaskOptions optionsOf(Task task) {
        return task.options();
    }

    /**
     * Gives what the compiler wrote down about a lambda or method reference.
     *
     * @param function any object
     * @return what it wrote, or {@code null} if the object is no serialisable lambda, or its module keeps it shut
     */
    public static @Nullable SerializedLambda lambda(Object function) {
        return FunctionName.isHiddenLambda(function.getClass()) ? FunctionName.serialized(function) : null;
    }

    /** Shows the name and the line. */
    @Override
    public String toString() {
        return where();
    }
}
