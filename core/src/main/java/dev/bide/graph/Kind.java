package dev.bide.graph;

/**
 * What a node does, as a small number: {@code 0..8} calls a function of that many arguments, {@code ACT + 0..8} a
 * procedure, and the others are named below.
 *
 * <p>A number and not an enum constant, so that it takes one byte of a node.
 */
public final class Kind {
    /** Added to the number of arguments of a procedure. */
    public static final int ACT = 9;

    /** Holds a value; never a task. */
    public static final int VALUE = 18;

    /** Gathers the results of its dependencies into a list. */
    public static final int GATHER = 19;

    /** Stands for another node; never a task. */
    public static final int ALIAS = 20;

    /** Calls a function of one argument that answers with the node to go on with: the graph grows as it runs. */
    public static final int EXPAND = 21;

    /** Fills a structure (list, map, record, ...) with the results of its dependencies. */
    public static final int STRUCTURE = 22;

    /** Calls several functions one after the other, as one task. */
    public static final int FUSED = 23;

    /** Gathers what became of its dependencies, be it results or not, into a list; only ever a root. */
    public static final int OUTCOMES = 24;

    /** Calls a function with something around it that a {@link Rewriting} put there. */
    public static final int WRAPPED = 25;

    private Kind() {}

    /**
     * Tells whether nodes of this kind call a function or a procedure of 0 to 8 arguments.
     *
     * @param kind a kind
     * @return whether it is an ordinary call
     */
    public static boolean isCall(int kind) {
        return kind < VALUE;
    }

    /** Whether all arguments are in one array, however many. */
    static boolean isWide(int kind) {
        return kind >= FUSED || kind == GATHER;
    }

    static int arity(int kind) {
        return kind < ACT ? kind : kind - ACT;
    }
}
