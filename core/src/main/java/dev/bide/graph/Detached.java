package dev.bide.graph;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A call taken out of its graph: what it does and with what, but for the results of others, in whose places are {@link Hole}s.
 * All its parts can be sent to another JVM if the user's functions and values can, and made into the same call there.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Detached {
    /**
     * A structure with a {@link Hole} for each result in it.
     *
     * @param structure a list, map, array, record and the like
     * @param holes how many holes there are
     */
    public record Holed(Object structure, int holes) implements Serializable {}

    /**
     * What a call does that only checks the type of a result.
     *
     * @param label what the result is called
     * @param type what it must be
     */
    public record Check(String label, Class<?> type) implements Serializable {}

    /**
     * A step of a call that does several.
     *
     * @param kind what it does
     * @param hole which of its arguments is the result of the step before, -1 for the first
     * @param arguments how many arguments it has
     */
    public record Step(int kind, int hole, int arguments) implements Serializable {}

    /**
     * What a call is called and asks for.
     *
     * @param name its name, or its task's
     * @param key the key that a raw graph gave it, or {@code null}
     * @param site its line, or {@code null} if that was not taken
     * @param taskSite the line that made its task, or {@code null}
     * @param handling how it is handled
     * @param options what its task says of its results, {@link TaskOptions#NONE} if nothing
     */
    public record Label(
            String name,
            @Nullable Key key,
            @Nullable CallSite site,
            @Nullable CallSite taskSite,
            Handling handling,
            TaskOptions options) {}

    private final int kind;
    private final List<Object> functions;
    private final List<@Nullable Object> arguments;
    private final List<? extends Object> details;
    private final int needs;
    private final Node bare;

    private Detached(
            int kind, List<Object> functions, List<@Nullable Object> arguments, List<? extends Object> details) {
        this.kind = kind;
        this.functions = functions;
        this.arguments = arguments;
        this.details = details;
        int holes = 0;
        for (Object argument : arguments) {
            holes += holes(argument);
        }
        this.needs = holes;
        this.bare = bare(kind, functions, arguments, details);
    }

    private static int holes(@Nullable Object argument) {
        return argument instanceof Hole ? 1 : argument instanceof Holed holed ? holed.holes() : 0;
    }

    /**
     * Takes a call out of its graph, without what a {@link Rewriting} has put around it: that stays in this JVM. O(size of its
     * arguments).
     *
     * @param node the call; not one whose result is there already
     * @return what is left
     */
    public static Detached of(Node node) {
        List<@Nullable Object> arguments = new ArrayList<>();
        int holes = 0;
        for (int k = 0; k < node.argumentCount(); k++) {
            Object argument = argument(node.argument(k), holes);
            arguments.add(argument);
            holes += holes(argument);
        }
        Node origin = node.origin();
        return new Detached(origin.kind, functions(origin), withValue(node, arguments), details(origin));
    }

    /**
     * Makes a call of parts that another gave.
     *
     * @param kind what it does: one of {@link Kind}
     * @param functions what it calls
     * @param arguments with what
     * @param details what else there is to know
     * @return the call
     */
    public static Detached of(
            int kind, List<Object> functions, List<@Nullable Object> arguments, List<? extends Object> details) {
        return new Detached(kind, functions, arguments, details);
    }

    /**
     * Makes a node that stands, in another JVM, for a call of the run that a task is in. It cannot be computed there; a graph that
     * the task answers with can hold it.
     *
     * @param run what tells that run from others
     * @param number the number by which the run knows the call
     * @return a new node
     */
    public static Node handle(Object run, int number) {
        return RawNode.linked(0, new Handle(run, number), new Object[0], CallOptions.NONE.named("a result of the run"));
    }

    /**
     * Gives the number that {@link #handle} was given.
     *
     * @param run what tells that run from others
     * @param node a node, or one that stands for it
     * @return its number, -1 if it is no handle, or another run's
     */
    public static int handleNumber(Object run, Node node) {
        Object called = PlanBuilder.target(node).function;
        return called instanceof Handle handle && handle.run().equals(run) ? handle.number() : -1;
    }

    private static List<@Nullable Object> withValue(Node node, List<@Nullable Object> arguments) {
        return node.kind == Kind.VALUE ? Collections.singletonList(node.a0) : arguments;
    }

    private static @Nullable Object argument(@Nullable Object argument, int holes) {
        if (argument instanceof Node node) {
            Node target = PlanBuilder.target(node);
            return target.isConstant() ? target.a0 : new Hole(holes);
        }
        if (!(argument instanceof Template template)) {
            return argument;
        }
        @Nullable Object[] filled = new Object[template.holes().size()];
        int count = 0;
        for (int i = 0; i < filled.length; i++) {
            Node target = PlanBuilder.target((Node) template.holes().get(i));
            filled[i] = target.isConstant() ? target.a0 : new Hole(count++);
        }
        Object structure = Objects.requireNonNull(template.fill(filled, 0));
        return count == 0 ? structure : new Holed(structure, count);
    }

    private static List<Object> functions(Node node) {
        if (node.function instanceof Fused fused) {
            return fused.steps().stream().map(Node::plainFunction).toList();
        }
        return node.function == null ? List.of() : List.of(node.plainFunction());
    }

    private static List<? extends Object> details(Node node) {
        if (node.kind == Kind.ALIAS && node.a1 instanceof Class<?> type) {
            return List.of(new Check(((Node) Objects.requireNonNull(node.a0)).label(), type));
        }
        if (!(node.function instanceof Fused fused)) {
            return List.of();
        }
        List<Step> steps = new ArrayList<>();
        for (int s = 0; s < fused.steps().size(); s++) {
            Node step = fused.steps().get(s);
            steps.add(new Step(step.kind, fused.holes().get(s), step.argumentCount()));
        }
        return steps;
    }

    /** A node that does what this does and needs to be given everything. */
    private static Node bare(
            int kind, List<Object> functions, List<@Nullable Object> arguments, List<? extends Object> details) {
        @Nullable Object[] none = new Object[arguments.size()];
        if (kind == Kind.ALIAS && !details.isEmpty()) {
            Check check = (Check) details.get(0);
            return RawNode.bare(kind, null, RawNode.value(Key.of(check.label()), null), check.type());
        }
        if (kind == Kind.VALUE) {
            return RawNode.bare(kind, null, arguments.toArray());
        }
        if (kind != Kind.FUSED) {
            return RawNode.bare(kind, functions.isEmpty() ? null : functions.get(0), none);
        }
        List<Node> steps = new ArrayList<>();
        for (int s = 0; s < details.size(); s++) {
            Step step = (Step) details.get(s);
            steps.add(RawNode.bare(step.kind(), functions.get(s), new Object[step.arguments()]));
        }
        return RawNode.bare(kind, new Fused(steps, holesOf(details)), none);
    }

    private static List<Integer> holesOf(List<? extends Object> details) {
        return details.stream().map(step -> ((Step) step).hole()).toList();
    }

    private static TaskOptions ofResults(TaskOptions options) {
        boolean any = options.pure() || options.stored() || options.version() != null;
        return any ? options.handled(Handling.NONE) : TaskOptions.NONE;
    }

    /**
     * Gives the calls whose results a call needs, and then those that it only runs after.
     *
     * @param node the call
     * @return one for each of its holes, in their order, and those after; no plain values
     */
    public static List<Node> dependencies(Node node) {
        return List.of(node.links());
    }

    /**
     * Gives what a call is called and asks for.
     *
     * @param node the call
     * @return its label
     */
    public static Label label(Node node) {
        TaskOptions options = ofResults(node.taskOptions());
        return new Label(node.name(), node.key(), node.site(), node.taskSite(), node.handling(), options);
    }

    /**
     * Gives what a call calls, if that is one function.
     *
     * @param node the call
     * @return the {@code Fn} or {@code Act}, {@code null} if it calls none or several
     */
    public static @Nullable Object functionOf(Node node) {
        return node.function == null || node.origin().kind == Kind.FUSED ? null : node.plainFunction();
    }

    /**
     * Tells what the call does.
     *
     * @return one of {@link Kind}
     */
    public int kind() {
        return kind;
    }

    /**
     * Gives what is called, one after the other if there are several.
     *
     * @return {@code Fn}s and {@code Act}s
     */
    public List<Object> functions() {
        return functions;
    }

    /**
     * Gives the arguments.
     *
     * @return plain values, a {@link Hole} for a result, and {@link Holed} structures
     */
    public List<@Nullable Object> arguments() {
        return arguments;
    }

    /**
     * Gives what else there is to know.
     *
     * @return a {@link Check}, {@link Step}s, or nothing
     */
    public List<? extends Object> details() {
        return details;
    }

    /**
     * Counts the results that the call needs.
     *
     * @return how many
     */
    public int needs() {
        return needs;
    }

    /**
     * Tells whether the call is given nothing but results of others.
     *
     * @return whether each of its arguments is a {@link Hole}
     */
    public boolean hasOnlyHoles() {
        return arguments.stream().allMatch(Hole.class::isInstance);
    }

    /**
     * Makes the call.
     *
     * @param results what it needs, in the order of its dependencies; those that it only runs after may follow
     * @return what the function gives
     * @throws Exception what the function throws
     */
    public @Nullable Object call(@Nullable Object... results) throws Exception {
        return Calls.of(bare, filled(results));
    }

    /**
     * Gives the arguments with which the function is called.
     *
     * @param results what it needs
     * @return a new array of them
     */
    public @Nullable Object[] filled(@Nullable Object... results) {
        @Nullable Object[] filled = new Object[arguments.size()];
        int at = 0;
        for (int k = 0; k < filled.length; k++) {
            Object argument = arguments.get(k);
            if (argument instanceof Hole) {
                filled[k] = results[at++];
            } else if (argument instanceof Holed holed) {
                filled[k] = filled(template(holed), results, at);
                at += holed.holes();
            } else {
                filled[k] = argument;
            }
        }
        return filled;
    }

    /** A hole may be found in several places, and not in the order of the numbers. */
    private static @Nullable Object filled(Template template, @Nullable Object[] results, int at) {
        @Nullable
        Object[] values = template.holes().stream()
                .map(hole -> results[at + ((Hole) hole).index()])
                .toArray();
        return template.fill(values, 0);
    }

    private static Template template(Holed holed) {
        Predicate<Object> isHole = Hole.class::isInstance;
        return (Template) Objects.requireNonNull(Arguments.search(holed.structure(), 1, isHole));
    }

    /**
     * Puts the call into a graph.
     *
     * @param dependencies the nodes whose results it needs, and then those that it only runs after
     * @param label what it is called and asks for
     * @return a node like the one that this was taken from
     */
    public Node linked(List<Node> dependencies, Label label) {
        Node[] after = dependencies.subList(needs, dependencies.size()).toArray(Node[]::new);
        CallOptions options = new CallOptions(label.name(), label.key(), label.site(), label.handling(), after);
        @Nullable Object[] linked = new Object[arguments.size()];
        int at = 0;
        for (int k = 0; k < linked.length; k++) {
            Object argument = arguments.get(k);
            if (argument instanceof Holed holed) {
                int first = at;
                linked[k] = template(holed).map(hole -> dependencies.get(first + ((Hole) hole).index()));
            } else {
                linked[k] = argument instanceof Hole ? dependencies.get(at) : constant(argument);
            }
            at += holes(argument);
        }
        if (kind == Kind.ALIAS && !details.isEmpty()) {
            return RawNode.linked(kind, null, new Object[] {linked[0], ((Check) details.get(0)).type()}, options);
        }
        return RawNode.linked(kind, function(label), linked, options);
    }

    /** A function without a task would be taken for one of the line that first asks for its own. */
    private @Nullable Object function(Label label) {
        return bare.function == null || bare.function instanceof Fused
                ? bare.function
                : new Task(kind, bare.function, label.options(), label.taskSite()) {};
    }

    /** Those that gather have nodes only. */
    private @Nullable Object constant(@Nullable Object argument) {
        return kind == Kind.GATHER || kind == Kind.OUTCOMES
                ? RawNode.bare(Kind.VALUE, null, new Object[] {argument})
                : argument;
    }

    /** Shows what is called. */
    @Override
    public String toString() {
        return functions + Arrays.toString(arguments.toArray());
    }
}
