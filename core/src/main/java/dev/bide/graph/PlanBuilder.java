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
    private static final int FIRST = 16;
    private static final int MANY = 1024;
    private static final Semaphore MARKING = new Semaphore(1);
    private static long lastStamp;

    /** Past this many stamps a number comes again, and a mark must be checked. */
    private static final long STAMPS = 1L << 32;

    private static final int UNSEEN = -1;

    /** A node has been looked at to its end, though its last dependency is still being walked. */
    private static final int AT_END = -1;

    private final @Nullable Map<Node, Integer> marks;
    private final boolean merging;
    private final int stamp;
    private final boolean stampsRepeat;
    private final @Nullable Predicate<Node> imported;

    private final NodePieces nodes = new NodePieces();
    private byte[] shapes = new byte[FIRST];
    private int[] ends = new int[FIRST];
    private int[] dependencies = new int[FIRST];
    private int size;
    private int written;
    private boolean expanding;
    private boolean handled;
    private boolean ranked;
    private @Nullable Map<PureCall, Integer> pureCalls;

    // The walk: the nodes from the root to where it stands, and the numbers of the dependencies found there. A place
    // says
    // where those of the node begin (its upper half) and how far the node has been looked at (its lower half).
    private final NodePieces open = new NodePieces();
    private long[] places = new long[FIRST];
    private Node[] @Nullable [] tangles = {};
    private int[] found = new int[FIRST];
    private int foundEnd;

    private PlanBuilder(boolean marking, boolean merging, @Nullable Predicate<Node> imported) {
        this.marks = marking ? null : new IdentityHashMap<>();
        long number = marking ? ++lastStamp : 0;
        this.stamp = (int) number;
        this.stampsRepeat = number >= STAMPS;
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
        isToBeWalked(root);
        while (open.size() > 0) {
            if (!descend(open.top())) {
                do {
                    close();
                } while (open.size() > 0 && (int) places[open.size() - 1] == AT_END);
            }
        }
        return new Plan(
                nodes,
                Arrays.copyOf(shapes, size),
                starts(),
                Arrays.copyOf(dependencies, written),
                expanding,
                handled,
                ranked);
    }

    private int[] starts() {
        int[] starts = new int[size + 1];
        System.arraycopy(ends, 0, starts, 1, size);
        return starts;
    }

    /** Looks at the dependencies of the last open node, from where it stands; tells whether one of them has been opened. */
    private boolean descend(Node node) {
        int at = open.size() - 1;
        Node[] tangle = node.tangled ? tangles[at] : null;
        int end = tangle == null ? node.linksEnd() : tangle.length;
        long place = places[at];
        for (int position = (int) place; position < end; ) {
            Node link = tangle == null ? plainLink(node, position) : tangle[position];
            position++;
            if (link != null && isToBeWalked(link)) {
                places[at] = place(place >>> 32, position == end ? AT_END : position);
                return true;
            }
        }
        return false;
    }

    /** The task in the place of an argument, or {@code null} where there is a plain argument or a value. */
    private static @Nullable Node plainLink(Node node, int position) {
        Node link = node.link(position);
        if (link != null && link.kind >= Kind.VALUE) {
            link = target(link);
            return link.isConstant() ? null : link;
        }
        return link;
    }

    /** Takes in a dependency of the last open node: its number if it has one or needs no walk, else it is open now. */
    private boolean isToBeWalked(Node node) {
        int number = seen(node);
        if (number == UNSEEN) {
            if (imported != null && imported.test(node)) {
                number = number(node, Plan.IMPORTED, foundEnd);
            } else if (!node.tangled && node.linksEnd() == 0) {
                number = number(node, shape(node, 0), foundEnd);
            } else {
                open(node);
                return true;
            }
        }
        found[foundEnd++] = number;
        return false;
    }

    private void open(Node node) {
        int at = open.size();
        open.push(node);
        if (at == places.length) {
            places = Arrays.copyOf(places, 2 * at);
        }
        places[at] = place(foundEnd, 0);
        if (node.tangled) {
            Node[] tangle = node.links();
            if (at >= tangles.length) {
                tangles = Arrays.copyOf(tangles, places.length);
            }
            tangles[at] = tangle;
            makeRoom(tangle.length);
        } else {
            makeRoom(node.linksEnd());
        }
    }

    /** For the numbers of so many dependencies, one after the other; and where they are many, most of them are tasks to come. */
    private void makeRoom(int count) {
        if (foundEnd + count >= found.length) {
            found = Arrays.copyOf(found, Math.max(2 * found.length, foundEnd + count + 1));
        }
        if (count >= MANY && size + count > ends.length) {
            shapes = Arrays.copyOf(shapes, size + 2 * count);
            ends = Arrays.copyOf(ends, size + 2 * count);
        }
    }

    private static long place(long base, int position) {
        return base << 32 | position & 0xffffffffL;
    }

    /** Numbers the last open node, whose dependencies are numbered, and hands its number to the one that led there. */
    private void close() {
        Node node = open.pop();
        int base = (int) (places[open.size()] >>> 32);
        int number = number(node, shape(node, foundEnd - base), base);
        foundEnd = base;
        found[foundEnd++] = number;
    }

    /** Gives a node its number, or that of an equal pure call; what was found from {@code base} on are its dependencies. */
    private int number(Node node, byte shape, int base) {
        if (merging && shape != Plan.IMPORTED && node.pure()) {
            Integer equal = equalPureCall(node, base);
            if (equal != null) {
                mark(node, equal);
                return equal;
            }
        }
        if (size == ends.length) {
            shapes = Arrays.copyOf(shapes, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        if (base < foundEnd) {
            writeDependencies(base);
        }
        nodes.push(node);
        shapes[size] = shape;
        ends[size] = written;
        expanding |= node.kind == Kind.EXPAND;
        if (node.handled) {
            handled = true;
            ranked |= node.handling().rank() != 0;
        }
        mark(node, size);
        return size++;
    }

    private void writeDependencies(int base) {
        int count = foundEnd - base;
        if (written + count > dependencies.length) {
            dependencies = Arrays.copyOf(dependencies, Math.max(2 * dependencies.length, written + count));
        }
        for (int k = 0; k < count; k++) {
            dependencies[written + k] = found[base + k];
        }
        written += count;
    }

    private @Nullable Integer equalPureCall(Node node, int base) {
        if (pureCalls == null) {
            pureCalls = new HashMap<>();
        }
        return pureCalls.putIfAbsent(PureCall.of(node, Arrays.copyOfRange(found, base, foundEnd)), size);
    }

    /** Which arguments of a short call are results, as bits; or that finding them takes the slow path. */
    private static byte shape(Node node, int dependencies) {
        if (node.tangled) {
            return Plan.SLOW;
        }
        if (node.kind == Kind.GATHER) {
            return dependencies == node.rest.length ? 0 : Plan.SLOW;
        }
        boolean fast = node.kind <= Node.FIELDS && dependencies == Integer.bitCount(node.links);
        return fast ? node.links : Plan.SLOW;
    }

    // ---------------------------------------------------------------- marks

    private int seen(Node node) {
        if (marks != null) {
            return marks.getOrDefault(node, UNSEEN);
        }
        return node.stamp == stamp && (!stampsRepeat || isOfThisWalk(node)) ? node.index : UNSEEN;
    }

    /** What Briggs and Torczon check instead of a mark: "An Efficient Representation for Sparse Sets", 1993. */
    private boolean isOfThisWalk(Node node) {
        return node.index < size && nodes.get(node.index).equals(node);
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
