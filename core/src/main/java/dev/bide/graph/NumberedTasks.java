package dev.bide.graph;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tasks by their numbers, each as its node tells of it: what it does, how a run is to handle it, what it is called and which
 * line called it. What depends on what is its {@link Plan}'s to tell.
 *
 * <p>Its methods are public, and not final: the compiler then gives the plan methods of its own that call them, through
 * which other packages may refer to them.
 */
abstract sealed class NumberedTasks permits Plan {
    final NodePieces nodes;
    private final Naming naming;

    NumberedTasks(NodePieces nodes) {
        this.nodes = nodes;
        this.naming = new Naming(nodes);
    }

    // ---------------------------------------------------------------- what they do

    /**
     * Gives the node behind a task, the identity of a call.
     *
     * @param task its number
     * @return the node
     */
    public Node node(int task) {
        return nodes.get(task);
    }

    /**
     * Gives what a task does and with what.
     *
     * @param task its number
     * @return its recipe
     */
    public Recipe recipe(int task) {
        return Recipe.of(nodes.get(task));
    }

    /**
     * Tells whether a task calls a function of the user's.
     *
     * @param task its number
     * @return whether it does, and does not only put results together
     */
    public boolean calls(int task) {
        int kind = nodes.get(task).kind;
        boolean calls = Kind.isCall(kind) || kind == Kind.EXPAND || kind == Kind.FUSED || kind == Kind.WRAPPED;
        return calls && !resumed(task);
    }

    /**
     * Tells whether a task only gathers results into a list.
     *
     * @param task its number
     * @return whether it calls no function of the user's
     */
    public boolean gathers(int task) {
        int kind = nodes.get(task).kind;
        return kind == Kind.GATHER || kind == Kind.OUTCOMES;
    }

    /**
     * Tells whether a task answers with more graph.
     *
     * @param task its number
     * @return whether its function gives a node to go on with
     */
    public boolean expands(int task) {
        return nodes.get(task).kind == Kind.EXPAND;
    }

    /**
     * Finds the nodes of a run that a task which {@link #expands} may go on with, because its function captured them or
     * something that needs them.
     *
     * @param task its number
     * @param known the nodes of the run
     * @return those found, as far as the known ones, and what lies before them
     */
    public Set<Node> captured(int task, Predicate<Node> known) {
        return Captures.of(nodes.get(task), known);
    }

    /**
     * Tells whether a task only reads a result that was stored before, instead of calling its function.
     *
     * @param task its number
     * @return whether it does
     */
    public boolean resumed(int task) {
        return nodes.get(task).function instanceof Wrapped wrapped && wrapped.resumed();
    }

    /**
     * Tells whether something has been put around a task's call. Wherever the call is run, that is done in this JVM.
     *
     * @param task its number
     * @return whether {@link #around} does something
     */
    public boolean wrapped(int task) {
        return nodes.get(task).function instanceof Wrapped;
    }

    /**
     * Does what has been put around a task's call.
     *
     * @param task its number; one that is {@link #wrapped}
     * @param body what gives the result of the call; not asked if the task is {@link #resumed}
     * @return what the task gives now
     * @throws Exception what {@code body} throws, or what is around it
     */
    public @Nullable Object around(int task, Fn0<@Nullable Object> body) throws Exception {
        return ((Wrapped) Objects.requireNonNull(nodes.get(task).function)).around(body);
    }

    /**
     * Tells whether a task says how a run is to handle it.
     *
     * @param task its number
     * @return whether it does
     */
    public boolean handled(int task) {
        return nodes.get(task).handled;
    }

    /**
     * Gives how a task says a run is to handle it.
     *
     * @param task its number
     * @return what the call says, and where that says nothing, what its task says
     */
    public Handling handling(int task) {
        return nodes.get(task).handling();
    }

    // ---------------------------------------------------------------- what they are called

    /**
     * Gives the key of a task: the one it was given, or its name with a number where several share it. The first call
     * costs O(size) and finds the names of all.
     *
     * @param task its number
     * @return its key
     */
    public Key key(int task) {
        return naming.key(task);
    }

    /** Lets the tasks go by the keys that they have in another plan. */
    void keyedLike(NumberedTasks other, int @Nullable [] places) {
        naming.keyedLike(other.naming, places);
    }

    /**
     * Gives the name that a task shares with the others of its kind. The first call costs O(size) and finds the names of
     * all.
     *
     * @param task its number
     * @return the name
     */
    public String name(int task) {
        return names().get(group(task));
    }

    /**
     * Gives the names of all tasks, each once, in the order in which the tasks have them first.
     *
     * @return the names
     */
    public List<String> names() {
        return naming.names().all();
    }

    /**
     * Gives the position of a task's name in {@link #names()}.
     *
     * @param task its number
     * @return the position
     */
    public int group(int task) {
        return naming.names().ofTask()[task];
    }

    /**
     * Gives the line that called a task, where it was taken.
     *
     * @param task its number
     * @return the line, or {@code null}
     */
    public @Nullable CallSite callSite(int task) {
        return nodes.get(task).site();
    }

    /**
     * Gives the line that made the task's function into a task, or first called it.
     *
     * @param task its number
     * @return the line, or {@code null} if the task has no function
     */
    public @Nullable CallSite taskSite(int task) {
        return nodes.get(task).taskSite();
    }
}
