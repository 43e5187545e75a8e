package dev.bide.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One lazy call of a graph, linked to the calls whose results it needs. Programs meet it as {@code Delayed}.
 *
 * <p>Immutable but for {@code stamp} and {@code index}, which belong to the {@link PlanBuilder} at work and to nobody else.
 * A node is made after its dependencies, so no linked graph has a cycle. 48 bytes with compressed pointers for up to three
 * arguments; an argument is another node, a {@link Template} with nodes inside, or a plain value.
 */
public abstract class Node {
    private static final @Nullable Object[] NO_MORE = {};

    /** How many arguments have a field each; those after them are in {@code rest}. */
    static final int FIELDS = 3;

    private static final int MOST_ARGUMENTS = 8;

    final @Nullable Object function;
    final @Nullable Object a0;
    final @Nullable Object a1;
    final @Nullable Object a2;
    final @Nullable Object[] rest;
    final @Nullable CallOptions options;

    int stamp;
    int index;

    final byte kind;

    /** Which arguments are nodes, as bits, so that a walk need not touch the others; of no use in a {@link Kind#isWide} node. */
    final byte links;

    /** Whether there is more to follow than arguments that are nodes: templates, types to check, or nodes that must have run before. */
    final boolean tangled;

    /** Whether its task or the call itself says how a run is to handle it. */
    final boolean handled;

    /**
     * Makes a call.
     *
     * @param kind what the node does
     * @param function a {@link Task}, an {@code Fn} or an {@code Act}
     * @param a0 the first argument, if there is one
     * @param a1 the second argument, if there is one
     * @param a2 the third argument, if there is one
     * @param rest the arguments after the third; the array is the node's from now on
     */
    protected Node(
            int kind,
            Object function,
            @Nullable Object a0,
            @Nullable Object a1,
            @Nullable Object a2,
            @Nullable Object... rest) {
        this(kind, function, a0, a1, a2, rest.length == 0 ? NO_MORE : rest, CallOptions.at(siteOfCall(function)));
    }

    /**
     * Makes a node that calls no function of the user's.
     *
     * @param kind {@link Kind#VALUE}, {@link Kind#GATHER}, {@link Kind#ALIAS} or {@link Kind#STRUCTURE}
     * @param held the value, the node stood for, or the template
     * @param items the nodes to gather; the array is the node's from now on
     */
    protected Node(int kind, @Nullable Object held, Node... items) {
        this(kind, null, held, null, null, items, null);
    }

    /**
     * Makes a node that stands for another and checks the type of its result.
     *
     * @param target the other
     * @param type what its result must be, unless it is {@code null}
     * @throws IllegalArgumentException if the type is primitive
     */
    protected Node(Node target, Class<?> type) {
        this(Kind.ALIAS, null, target, checked(type), null, NO_MORE, null);
    }

    /**
     * Makes a node like another that also has a name or waits for more.
     *
     * @param like the other
     * @param name its new name, or {@code null} to keep the one it has
     * @param after what must have run before it, besides what the other waits for
     */
    protected Node(Node like, @Nullable String name, Node... after) {
        this(like.kind, like.function, like.a0, like.a1, like.a2, like.rest, with(like.options, name, after));
    }

    /**
     * Makes a call like another that is handled in its own way.
     *
     * @param like the other
     * @param handling how, stronger than what the other says
     * @throws IllegalArgumentException if the other is no call of a function
     */
    protected Node(Node like, Handling handling) {
        this(
                like.kind,
                like.function,
                like.a0,
                like.a1,
                like.a2,
                like.rest,
                (like.options == null ? CallOptions.NONE : like.options).handled(handling));
        if (!Kind.isCall(kind) && kind != Kind.EXPAND) {
            throw new IllegalArgumentException(GraphErrors.notHandled(like));
        }
    }

    Node(
            int kind,
            @Nullable Object function,
            @Nullable Object a0,
            @Nullable Object a1,
            @Nullable Object a2,
            @Nullable Object[] rest,
            @Nullable CallOptions options) {
        this.kind = (byte) kind;
        this.function = function;
        this.a0 = a0;
        this.a1 = a1;
        this.a2 = a2;
        this.rest = rest;
        this.options = options;
        this.handled = function instanceof Task task && task.handled
                || function instanceof Wrapped wrapped && wrapped.handled()
                || options != null && options.handling().asks();
        this.links = kind == Kind.VALUE ? 0 : (byte) (bit(a0, 0) | bit(a1, 1) | bit(a2, 2) | bits(rest));
        this.tangled = a0 instanceof Template
                || kind == Kind.ALIAS && a1 != null
                || a1 instanceof Template
                || a2 instanceof Template
                || options != null && options.after().length > 0
                || rest.length > 0 && kind != Kind.GATHER && kind != Kind.OUTCOMES && anyTemplate(rest);
    }

    private static Class<?> checked(Class<?> type) {
        if (Objects.requireNonNull(type, GraphErrors.NO_TYPE).isPrimitive()) {
            throw new IllegalArgumentException(GraphErrors.primitive(type));
        }
        return type;
    }

    private static int bit(@Nullable Object argument, int position) {
        return argument instanceof Node ? 1 << position : 0;
    }

    private static int bits(@Nullable Object[] rest) {
        int bits = 0;
        for (int k = 0; k < Math.min(rest.length, MOST_ARGUMENTS - FIELDS); k++) {
            bits |= bit(rest[k], FIELDS + k);
        }
        return bits;
    }

    private static boolean anyTemplate(@Nullable Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof Template) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable CallSite siteOfCall(Object function) {
        return function instanceof Task task
                ? task.calls().next()
                : FunctionSites.of(function).calls().next();
    }

    private static CallOptions with(@Nullable CallOptions options, @Nullable String name, Node... after) {
        CallOptions base = options == null ? CallOptions.NONE : options;
        CallOptions named = name == null ? base : base.named(name);
        return after.length == 0 ? named : named.after(after);
    }

    /**
     * Gives what an argument of a call becomes in its node: the argument itself, unless there are nodes inside.
     *
     * @param argument a plain argument
     * @param position its position, from 1, for the error
     * @return a node, a template with nodes inside, or the argument
     * @throws IllegalArgumentException if there is a node inside where Bide cannot reach it
     */
    protected static @Nullable Object plainArgument(@Nullable Object argument, int position) {
        return Arguments.search(argument, position);
    }

    final int argumentCount() {
        return switch (kind) {
            case Kind.VALUE -> 0;
            case Kind.ALIAS, Kind.EXPAND, Kind.STRUCTURE -> 1;
            case Kind.GATHER, Kind.OUTCOMES, Kind.FUSED, Kind.WRAPPED -> rest.length;
            default -> Kind.arity(kind);
        };
    }

    final @Nullable Object argument(int position) {
        if (Kind.isWide(kind)) {
            return rest[position];
        }
        return switch (position) {
            case 0 -> a0;
            case 1 -> a1;
            case 2 -> a2;
            default -> rest[position - FIELDS];
        };
    }

    /** Past the last argument that is a node. */
    final int linksEnd() {
        return Kind.isWide(kind) ? rest.length : Integer.SIZE - Integer.numberOfLeadingZeros(links & 0xff);
    }

    /** The node in the place of an argument, or {@code null} if a plain value or a structure is there. */
    final @Nullable Node link(int position) {
        if (Kind.isWide(kind)) {
            return rest[position] instanceof Node node ? node : null;
        }
        return (links >> position & 1) == 0 ? null : (Node) argument(position);
    }

    /** A value that waits for nothing is no task. */
    final boolean isConstant() {
        return kind == Kind.VALUE && !tangled;
    }

    /** Where a raw graph was made into a {@code Delayed}: on the way back there is nothing to see. */
    final boolean isCrossing() {
        return kind == Kind.ALIAS && options == null;
    }

    /** The nodes that this one refers to: in its arguments, in their order, then those it only runs after. */
    final List<Node> dependencies() {
        List<Node> found = new ArrayList<>();
        for (int k = 0; k < argumentCount(); k++) {
            Object argument = argument(k);
            if (argument instanceof Node node) {
                found.add(node);
            } else if (argument instanceof Template template) {
                template.holes().forEach(hole -> found.add((Node) hole));
            }
        }
        found.addAll(Arrays.asList(after()));
        return found;
    }

    /** The tasks that this node waits for: its dependencies without values, and what aliases stand for. */
    final Node[] links() {
        return dependencies().stream()
                .map(PlanBuilder::target)
                .filter(target -> !target.isConstant())
                .toArray(Node[]::new);
    }

    /** The {@code Fn} or {@code Act} behind the task, and behind what has been put around it. */
    final Object plainFunction() {
        Object called = Objects.requireNonNull(function);
        if (called instanceof Task task) {
            return task.function();
        }
        return called instanceof Wrapped wrapped ? wrapped.origin().plainFunction() : called;
    }

    /** The call as the user made it, whatever has been put around it. */
    final Node origin() {
        return function instanceof Wrapped wrapped ? wrapped.origin().origin() : this;
    }

    /** What the call says about its handling, and where it says nothing, what its task says. */
    final Handling handling() {
        Handling own = options == null ? Handling.NONE : options.handling();
        return own.orElse(taskOptions().handling());
    }

    final TaskOptions taskOptions() {
        if (function instanceof Wrapped wrapped) {
            return wrapped.options();
        }
        return function instanceof Task task ? task.options() : TaskOptions.NONE;
    }

    final boolean pure() {
        return taskOptions().pure();
    }

    final Node[] after() {
        return options == null ? CallOptions.NONE.after() : options.after();
    }

    final @Nullable Key key() {
        return options == null ? null : options.key();
    }

    /** The key if it was given one, else the name. */
    final String label() {
        Key given = key();
        return (given == null ? Key.of(name()) : given).toString();
    }

    /** The line of this call if it was taken. */
    final @Nullable CallSite site() {
        return options == null ? null : options.site();
    }

    /** The line that made the task, or the first line that called the function. */
    final @Nullable CallSite taskSite() {
        if (function instanceof Task task) {
            return task.site();
        }
        if (function instanceof Wrapped wrapped) {
            return wrapped.origin().taskSite();
        }
        if (function instanceof Fused fused) {
            return fused.steps().get(fused.steps().size() - 1).taskSite();
        }
        return function == null ? null : FunctionSites.of(function).first();
    }

    /** The name to show, not unique: what the call was given, or its task's, or what the node does. */
    final String name() {
        if (options != null && options.name() != null) {
            return options.name();
        }
        return switch (kind) {
            case Kind.VALUE -> "value";
            case Kind.GATHER, Kind.OUTCOMES -> "list";
            case Kind.ALIAS -> "alias";
            case Kind.STRUCTURE -> "structure";
            default -> functionName();
        };
    }

    private String functionName() {
        if (function instanceof Wrapped wrapped) {
            return wrapped.origin().functionName();
        }
        return function instanceof Task task
                ? task.name()
                : FunctionName.of(Objects.requireNonNull(function), site() == null ? taskSite() : site());
    }

    /** Shows the name, on one line and not longer than that, and if it was taken the line of the call. */
    @Override
    public String toString() {
        String shown = Key.of(name()).toString();
        return site() == null ? shown : shown + " (" + site() + ")";
    }
}
