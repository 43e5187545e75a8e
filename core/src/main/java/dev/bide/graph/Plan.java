package dev.bide.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a run follows: the tasks that a root needs, numbered {@code 0..size()-1} so that each stands after its
 * dependencies, with both directions of every dependency as compressed rows.
 *
 * <p>Immutable, but for names, keys and order, which are found when first asked for. Made once from linked nodes in O(nodes +
 * dependencies), without recursion: values and aliases are folded into their users, equal pure calls are one task, and
 * what the root does not need is not there. Its memory is about 20 bytes a task and 8 a dependency.
 */
public final class Plan extends NumberedTasks {
    /** {@code shape} of a task whose arguments and options need the slow path. */
    static final byte SLOW = -1;

    /** {@code shape} of a task that another plan of the same run computes. */
    static final byte IMPORTED = -2;

    private static final int LONGEST_CHAIN = 100;

    private final byte[] shapes;
    private final int[] dependencyStart;
    private final int[] dependencies;
    private final int[] dependentStart;
    private final int[] dependents;
    private final boolean expanding;
    private final boolean handled;
    private final boolean ranked;
    private volatile int @Nullable [] order;

    Plan(
            NodePieces nodes,
            byte[] shapes,
            int[] dependencyStart,
            int[] dependencies,
            boolean expanding,
            boolean handled,
            boolean ranked) {
        super(nodes);
        this.shapes = shapes;
        this.dependencyStart = dependencyStart;
        this.dependencies = dependencies;
        Dependents turned = Dependents.of(dependencyStart, dependencies);
        this.dependentStart = turned.start();
        this.dependents = turned.rows();
        this.expanding = expanding;
        this.handled = handled;
        this.ranked = ranked;
    }

    /**
     * Makes the plan of what a root needs.
     *
     * @param root the node whose result is wanted
     * @return its plan
     */
    public static Plan of(Node root) {
        return PlanBuilder.build(root, null);
    }

    /**
     * Makes the plan of all the keys of a raw graph.
     *
     * @param graph the graph
     * @return the plan of the one node that no other needs, or of a list of all of these
     */
    public static Plan of(TaskGraph graph) {
        List<Key> last = graph.keys().stream()
                .filter(key -> graph.dependents(key).isEmpty())
                .toList();
        return of(last.size() == 1 ? graph.node(last.get(0)) : graph.select(last));
    }

    /**
     * Makes the plan of what a root needs beyond what a run has already.
     *
     * @param root the node whose result is wanted
     * @param known the nodes that other plans of the run compute; asked once for each node
     * @return its plan, in which known nodes are {@link #imported}
     */
    public static Plan of(Node root, Predicate<Node> known) {
        return PlanBuilder.build(root, known);
    }

    /**
     * Makes the plan of what a task needs, so that the task can be called alone.
     *
     * @param task its number
     * @return the plan of a list: the results of {@link #dependencies()} of this task, in their order
     */
    public Plan ofInputs(int task) {
        Object[] needed = Arrays.stream(dependencies, dependencyStart[task], dependencyStart[task + 1])
                .mapToObj(nodes::get)
                .toArray();
        return of(RawNode.gather(needed));
    }

    /**
     * Tells whether a node is a value or stands for one, so that there is nothing to run.
     *
     * @param node a node
     * @return whether it is
     */
    public static boolean isValue(Node node) {
        return PlanBuilder.target(node).isConstant();
    }

    /**
     * Gives the value of a node that {@link #isValue}.
     *
     * @param node the node
     * @return its value
     */
    public static @Nullable Object valueOf(Node node) {
        return PlanBuilder.target(node).a0;
    }

    /**
     * Gives the number of tasks.
     *
     * @return how many
     */
    public int size() {
        return nodes.size();
    }

    /**
     * Gives the number of the root, which is the last task.
     *
     * @return its number
     */
    public int root() {
        return nodes.size() - 1;
    }

    /**
     * Tells whether a task may answer with more graph.
     *
     * @return whether the plan can grow
     */
    public boolean expanding() {
        return expanding;
    }

    /**
     * Tells whether a task of this plan is computed by another plan of the same run.
     *
     * @param task its number
     * @return whether it waits for that one's result
     */
    public boolean imported(int task) {
        return shapes[task] == IMPORTED;
    }

    /**
     * Gives where the dependencies of a task start in {@link #dependencies()}; they end where those of the next start.
     *
     * @return {@code size() + 1} positions; not to be changed
     */
    public int[] dependencyStart() {
        return dependencyStart;
    }

    /**
     * Gives the dependencies of all tasks, in the order of their arguments, one entry for each use.
     *
     * @return numbers of tasks; not to be changed
     */
    public int[] dependencies() {
        return dependencies;
    }

    /**
     * Gives where the dependents of a task start in {@link #dependents()}; they end where those of the next start.
     *
     * @return {@code size() + 1} positions; not to be changed
     */
    public int[] dependentStart() {
        return dependentStart;
    }

    /**
     * Gives the dependents of all tasks, lowest first, one entry for each use.
     *
     * @return numbers of tasks; not to be changed
     */
    public int[] dependents() {
        return dependents;
    }

    /**
     * Tells whether a task waits for nothing, neither in this plan nor in another.
     *
     * @param task its number
     * @return whether it can run at once
     */
    public boolean isLeaf(int task) {
        return dependencyStart[task] == dependencyStart[task + 1] && shapes[task] != IMPORTED;
    }

    /**
     * Finds all the tasks that wait for nothing. O(size).
     *
     * @return their numbers, lowest first
     */
    public int[] leaves() {
        return IntStream.range(0, size()).filter(this::isLeaf).toArray();
    }

    /**
     * Gives the priority order of the tasks.
     *
     * @param rule what finds it, at the first call; always the same one
     * @return their numbers in the order to run them; not to be changed
     */
    public int[] order(Function<Plan, int[]> rule) {
        int[] known = order;
        if (known == null) {
            known = rule.apply(this);
            order = known;
        }
        return known;
    }

    /**
     * Tells whether any task says how a run is to handle it.
     *
     * @return whether one does
     */
    public boolean handled() {
        return handled;
    }

    /**
     * Tells whether any task has a priority other than 0.
     *
     * @return whether one does
     */
    public boolean ranked() {
        return ranked;
    }

    /**
     * Tells where the items of a task that gathers come from.
     *
     * @param task its number
     * @return for each item the number of the task that gives it, or -1 where it is a value
     */
    public int[] items(int task) {
        return Calls.sources(nodes.get(task), dependencies, dependencyStart[task]);
    }

    /**
     * Tells whether the root gathers outcomes: the run has a result even where tasks fail or are cancelled.
     *
     * @return whether it does
     */
    public boolean givesOutcomes() {
        return nodes.get(root()).kind == Kind.OUTCOMES;
    }

    /**
     * Calls a task's function with its arguments, in the caller's thread.
     *
     * @param task its number
     * @param results the results of the tasks so far, by number; its dependencies' are there
     * @return what the function gives
     * @throws Exception what the function throws
     */
    public @Nullable Object call(int task, Results results) throws Exception {
        int shape = shapes[task];
        return shape >= 0
                ? ShortCall.of(nodes.get(task), shape, dependencies, dependencyStart[task], results)
                : shape == IMPORTED ? results.get(task) : Calls.of(nodes.get(task), arguments(task, results));
    }

    /**
     * Calls a task's function with arguments that {@link #arguments} gave.
     *
     * @param task its number
     * @param arguments its arguments
     * @return what the function gives
     * @throws Exception what the function throws
     */
    public @Nullable Object call(int task, @Nullable Object[] arguments) throws Exception {
        return Calls.of(nodes.get(task), arguments);
    }

    /**
     * Tells what the arguments of a task are and where they come from. Costs microseconds.
     *
     * @param task its number
     * @param arguments its arguments, as {@link #arguments} gave them
     * @return a list of as many
     */
    public List<Input> inputs(int task, @Nullable Object[] arguments) {
        return Input.of(this, task, arguments);
    }

    /**
     * Gives the arguments with which a task's function is called.
     *
     * @param task its number
     * @param results the results of the tasks so far, by number
     * @return a new array of them
     */
    public @Nullable Object[] arguments(int task, Results results) {
        return Calls.arguments(nodes.get(task), dependencies, dependencyStart[task], results);
    }

    /**
     * Gives the arguments with which a task's function is called, from just the results that it needs.
     *
     * @param task its number
     * @param needed the results of its {@link #dependencies()}, in their order
     * @return a new array of the arguments
     */
    public @Nullable Object[] argumentsFrom(int task, @Nullable Object... needed) {
        int[] inTheirOrder = IntStream.range(0, needed.length).toArray();
        return Calls.arguments(nodes.get(task), inTheirOrder, 0, Results.of(needed));
    }

    /**
     * Gives the tasks that a task's failure keeps from running, along one path to the root.
     *
     * @param task its number
     * @return their keys, nearest first, a hundred at most; the root last; a gathering root left out
     */
    public List<Key> chainFrom(int task) {
        List<Key> chain = new ArrayList<>();
        for (int t = task; dependentStart[t] < dependentStart[t + 1]; ) {
            t = dependents[dependentStart[t]];
            boolean shown = chain.size() < LONGEST_CHAIN - 1 || t == root();
            if (shown && (t != root() || !gathers(t))) {
                chain.add(key(t));
            }
        }
        return Collections.unmodifiableList(chain);
    }
}
