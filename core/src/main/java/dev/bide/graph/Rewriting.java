package dev.bide.graph;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives graphs in which some calls do something else: what runs a graph in another way need not know how it is run.
 *
 * <p>A rule says what becomes of each call. {@link #of} gives the node that takes a node's place: the same object, where
 * nothing changes in it and in what it needs. A changed call keeps its name, key and lines, and the names of its
 * parameters. Each node is changed once, however often and from wherever it is reached, and O(nodes + dependencies) in all.
 * Not for use by several threads at once.
 */
public final class Rewriting extends NodeFold<Node> {
    private final Function<Recipe, Change> rule;
    private final IdentityHashMap<Node, Begun> begun = new IdentityHashMap<>();
    private final Map<Node, WeakReference<Node>> earlier = new WeakHashMap<>();
    private boolean resumes;

    /**
     * Makes a rewriting.
     *
     * @param rule what becomes of a call; asked once for each call, before what the call needs is looked at
     */
    public Rewriting(Function<Recipe, Change> rule) {
        this.rule = rule;
    }

    /** A call whose needs are being looked at: what becomes of it, and the nodes that its function captured. */
    private record Begun(Change change, List<Node> captured) {
        List<Node> needs(Node node) {
            if (change.resumes() || captured.isEmpty()) {
                return change.resumes() ? List.of() : node.dependencies();
            }
            List<Node> needs = new ArrayList<>(node.dependencies());
            needs.addAll(captured);
            return needs;
        }
    }

    /**
     * The body of a call that was run already, in another JVM.
     *
     * @param result what it gave
     * @param took how long it ran there
     */
    public record Ran(@Nullable Object result, Duration took) implements Fn0<@Nullable Object> {
        @Override
        public @Nullable Object apply() {
            return result;
        }
    }

    /** Calls a function, and does something before or after or instead. */
    @FunctionalInterface
    public interface Around {
        /**
         * Gives the result of the call. Where workers outside this JVM run the function, this is called here all the same, when
         * the function has been; only what {@link Recipe#expands} and goes on with a mere value is not looked at then.
         *
         * @param body calls the function with its arguments; or is {@link Ran}
         * @return what the call gives; where it {@link Recipe#expands}, the node that it goes on with, as {@code body} does
         * @throws Exception whatever the function throws
         */
        @Nullable
        Object call(Fn0<@Nullable Object> body) throws Exception;
    }

    /** What becomes of a call. */
    public static final class Change {
        /** Nothing. */
        public static final Change NONE = new Change(null, null);

        private final @Nullable Around around;
        private final @Nullable Object result;

        private Change(@Nullable Around around, @Nullable Object result) {
            this.around = around;
            this.result = result;
        }

        /**
         * Puts something around the call.
         *
         * @param around what is done now
         * @return the change
         */
        public static Change around(Around around) {
            return new Change(Objects.requireNonNull(around), null);
        }

        /**
         * Takes a result that is there already instead of calling the function. What only this call needed is not run, and
         * what the task says about its handling does not hold.
         *
         * @param result what tells this result from others, no node; of pure calls with an equal one a run makes one
         * @param reading gives a node that gives the result: its value or, should it not be there after all, the call
         * @return the change
         * @throws IllegalArgumentException if {@code result} is a node, for which the call would wait
         */
        public static Change resumed(Object result, Fn0<? extends Node> reading) {
            Objects.requireNonNull(reading);
            if (result instanceof Node) {
                throw new IllegalArgumentException("a result that is there already is told by a node: " + result
                        + ". Give its key, or its number.");
            }
            return new Change(body -> reading.apply(), Objects.requireNonNull(result));
        }

        Around around() {
            return Objects.requireNonNull(around);
        }

        boolean resumes() {
            return result != null;
        }
    }

    @Override
    protected List<Node> needs(Node node) {
        if (madeEarlier(node) != null) {
            return List.of();
        }
        if (node.function == null) {
            return node.dependencies();
        }
        Begun call = begin(node, rule.apply(Recipe.of(node)));
        begun.put(node, call);
        resumes |= call.change.resumes();
        return call.needs(node);
    }

    private static Begun begin(Node node, Change change) {
        return new Begun(change, change.resumes() ? List.of() : Captures.captured(node));
    }

    private @Nullable Node madeEarlier(Node node) {
        WeakReference<Node> made = earlier.isEmpty() ? null : earlier.get(node);
        return made == null ? null : made.get();
    }

    @Override
    protected Node fold(Node node) {
        Begun call = begun.remove(node);
        if (call != null) {
            return changed(node, call);
        }
        Node made = madeEarlier(node);
        return made != null ? made : Relinking.linked(node, this::of);
    }

    /**
     * Gives what takes the place of a call if that were to change in another way than the rule says. It is not remembered.
     *
     * @param node a call
     * @param change what becomes of it
     * @return the new node; what it needs is changed by the rule
     */
    public Node of(Node node, Change change) {
        Begun call = begin(node, change);
        call.needs(node).forEach(this::of);
        return changed(node, call);
    }

    private Node changed(Node node, Begun call) {
        Change change = call.change;
        if (change.around == null) {
            return Relinking.linked(node, this::of);
        }
        if (change.result != null) {
            return RawNode.resumed(new Wrapped(node, change, List.of()), change.result);
        }
        return RawNode.wrapped(
                node.kind == Kind.EXPAND ? Kind.EXPAND : Kind.WRAPPED,
                new Wrapped(node, change, call.captured.stream().map(this::of).toList()),
                Relinking.arguments(node, this::of),
                Relinking.options(node, this::of));
    }

    /**
     * Lets go of the nodes that it has made, and that nobody else holds: a graph that grows for long would fill the memory
     * with them. One that somebody holds still takes the place of the same node.
     */
    public void letGo() {
        forget((node, made) -> earlier.put(node, new WeakReference<>(made)));
    }

    /**
     * Gives the plan that takes the place of a plan.
     *
     * @param plan the plan
     * @return the same one, if nothing changes; else one in which each task has the key that it had
     */
    public Plan of(Plan plan) {
        Node root = plan.node(plan.root());
        Node rewritten = of(root);
        if (rewritten.equals(root)) {
            return plan;
        }
        Plan made = Plan.of(rewritten);
        made.keyedLike(plan, resumes ? places(plan, made) : null);
        return made;
    }

    /** Where each task of the new plan was. Those that were left out have moved the others. */
    private int[] places(Plan plan, Plan made) {
        IdentityHashMap<Node, Integer> places = new IdentityHashMap<>();
        for (int task = 0; task < made.size(); task++) {
            places.put(made.node(task), task);
        }
        int[] before = new int[made.size()];
        Arrays.fill(before, -1);
        for (int task = 0; task < plan.size(); task++) {
            Integer place = isKnown(plan.node(task)) ? places.get(of(plan.node(task))) : null;
            if (place != null) {
                before[place] = task;
            }
        }
        return before;
    }
}
