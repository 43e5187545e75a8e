package dev.bide.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Walks linked nodes depth first and numbers each after its dependencies: one walk finds what the root needs, the order
 * of the plan, and the rows of dependencies.
 *
 * <p>Where a node has been seen is written in the node itself, in {@code stamp} and {@code index}, by one builder at a
 * time: the one that holds {@link #MARKING}. Its stamp is larger than any before, so old marks mean nothing. A builder
 * that finds the permit taken does not wait: it keeps its marks in a map of its own and touches no field, so that two
 * threads may plan overlapping graphs at once, or one thread from inside another plan (a user's {@code equals} may). The
 * permit's release and acquire order the writes of one holder before the reads of the next.
 */
final class PlanBuilder {
    private static final Semaphore MARKING = new Semaphore(1);
    private static long lastStamp;

    private static final int UNSEEN = -2;
    private static final int OPEN = -1;

    /** The position of a walk that goes no further, because another plan computes the node. */
    private static final int IMPORTED = -1;

    private final @Nullable Map<Node, Integer> marks;
    private final boolean merging;
    private final long stamp;
    private final @Nullable Predicate<Node> imported;

    private Node[] nodes = new Node[16];
    private byte[] shapes = new byte[16];
    private int[] dependencyStart = new int[17];
    private int[] dependencies = new int[16];
    private int size;
    private boolean expanding;
    private @Nullable Map<PureCall, Integer> pureCalls;

    private Node[] stack = new Node[16];
    private int[] positions = new int[16];
    private Node[] @Nullable [] tangles = new Node[16][];
    private int depth;

    private PlanBuilder(boolean marking, boolean merging, @Nullable Predicate<Node> imported) {
        this.marks = marking ? null : new IdentityHashMap<>();
        this.stamp = marking ? ++lastStamp : 0;
        this.merging = merging;
        this.imported = imported;
    }

    static Plan build(Node root, @Nullable Predicate<Node> imported) {
        return build(root, imported, true);
    }

    /** A plan in which equal pure calls are a task each, as in the graph that they were built into. */
    static Plan buildUnmerged(Node root) {
        return build(root, null, false);
    }

    private static Plan build(Node root, @Nullable Predicate<Node> imported, boolean merging) {
        boolean marking = MARKING.tryAcquire();
        try {
            return new PlanBuilder(marking, merging, imported).plan(target(root));
        } finally {
            if (marking) {
                MARKING.release();
            }
        }
    }

    /** The node that an alias stands for in the end; one that must run after others is a task itself. */
    static Node target(Node node) {
        Node target = node;
        while (target.kind == Kind.ALIAS && !target.tangled) {
            target = (Node) Objects.requireNonNull(target.a0);
        }
        return target;
    }

    static int tasksIn(Template template) {
        return (int) template.holes().stream()
                .filter(hole -> !target((Node) hole).isConstant())
                .count();
    }

    private Plan plan(Node root) {
        open(root);
        while (depth > 0) {
            Node node = stack[depth - 1];
            Node next = nextUnseen(node);
            if (next != null) {
                open(next);
            } else {
                depth--;
                close(node);
            }
        }
        return new Plan(
                Arrays.copyOf(nodes, size),
                Arrays.copyOf(shapes, size),
                Arrays.copyOf(dependencyStart, size + 1),
                Arrays.copyOf(dependencies, dependencyStart[size]),
                expanding);
    }

    private void open(Node node) {
        mark(node, OPEN);
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, 2 * depth);
            positions = Arrays.copyOf(positions, 2 * depth);
            tangles = Arrays.copyOf(tangles, 2 * depth);
        }
        stack[depth] = node;
        tangles[depth] = node.tangled ? node.links() : null;
        boolean isImported = imported != null && imported.test(node);
        positions[depth++] = isImported ? IMPORTED : 0;
    }

    /** The next dependency that no walk has reached, from where this node's walk stands. */
    private @Nullable Node nextUnseen(Node node) {
        Node[] links = tangles[depth - 1];
        int count = linkCount(node, links);
        int position = positions[depth - 1];
        while (position >= 0 && position < count) {
            Node link = link(node, links, position++);
            if (link != null && seen(link) == UNSEEN) {
                positions[depth - 1] = position;
                return link;
            }
        }
        return null;
    }

    /** Numbers a node whose dependencies are numbered. */
    private void close(Node node) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * size);
            shapes = Arrays.copyOf(shapes, 2 * size);
            dependencyStart = Arrays.copyOf(dependencyStart, 2 * size + 1);
        }
        boolean isImported = positions[depth] == IMPORTED;
        int end = isImported ? dependencyStart[size] : writeDependencies(node);
        if (merging && node.pure() && !isImported) {
            Integer equal = equalPureCall(node, end);
            if (equal != null) {
                mark(node, equal);
                return;
            }
        }
        nodes[size] = node;
        shapes[size] = isImported ? Plan.IMPORTED : shape(node);
        expanding |= node.kind == Kind.EXPAND;
        dependencyStart[size + 1] = end;
        mark(node, size++);
    }

    private int writeDependencies(Node node) {
        int end = dependencyStart[size];
        Node[] links = tangles[depth];
        int count = linkCount(node, links);
        if (end + count > dependencies.length) {
            dependencies = Arrays.copyOf(dependencies, Math.max(2 * dependencies.length, end + count));
        }
        for (int position = 0; position < count; position++) {
            Node link = link(node, links, position);
            if (link != null) {
                dependencies[end++] = seen(link);
            }
        }
        return end;
    }

    private @Nullable Integer equalPureCall(Node node, int end) {
        if (pureCalls == null) {
            pureCalls = new HashMap<>();
        }
        return pureCalls.putIfAbsent(
                PureCall.of(node, Arrays.copyOfRange(dependencies, dependencyStart[size], end)), size);
    }

    /** Which arguments of a short call are results, as bits; or that finding them takes the slow path. */
    private static byte shape(Node node) {
        if (node.kind != 1 && node.kind != 2 || node.retries() > 0) {
            return Plan.SLOW;
        }
        int bits = 0;
        for (int k = 0; k < node.kind; k++) {
            Object argument = node.argument(k);
            if (argument instanceof Template
                    || argument instanceof Node link && target(link).isConstant()) {
                return Plan.SLOW;
            }
            bits |= argument instanceof Node ? 1 << k : 0;
        }
        return (byte) bits;
    }

    /** How many places may hold a dependency: all of them do in a tangled node, some in a plain one. */
    private static int linkCount(Node node, Node @Nullable [] links) {
        return links != null ? links.length : node.argumentCount();
    }

    /** The task at one of those places, or {@code null} where there is a plain argument or a value. */
    private static @Nullable Node link(Node node, Node @Nullable [] links, int position) {
        if (links != null) {
            return links[position];
        }
        if (node.argument(position) instanceof Node argument) {
            Node target = target(argument);
            return target.isConstant() ? null : target;
        }
        return null;
    }

    // ---------------------------------------------------------------- marks

    private int seen(Node node) {
        if (marks == null) {
            return node.stamp == stamp ? node.index : UNSEEN;
        }
        return marks.getOrDefault(node, UNSEEN);
    }

    private void mark(Node node, int index) {
        if (marks == null) {
            node.stamp = stamp;
            node.index = index;
        } else {
            marks.put(node, index);
        }
    }
}
