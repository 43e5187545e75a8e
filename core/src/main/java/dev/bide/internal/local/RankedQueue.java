package dev.bide.internal.local;

import dev.bide.graph.Plan;
import dev.bide.order.Ranks;
import dev.bide.schedule.RunOptions;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The ready tasks of a run in one queue under a lock: the lowest rank first, then the newest frame, then the priority order.
 * For threads that come and go and may be thousands, so that they have no deques of their own; and for runs in which tasks
 * have priorities, or that may not go far ahead.
 *
 * <p>In a run that may not go far ahead, a task that waits for nothing is given out only while fewer results are live, or to
 * come from such tasks at work, than asked for; or where nothing else can go on, because nothing is queued, at work, parked or
 * waiting to be taken out.
 */
final class RankedQueue implements Ready {
    /** In how many batches what may be ahead is taken out. */
    private static final int PARTS = 4;

    private static final Comparator<Item> ORDER = Comparator.comparingInt(Item::rank)
            .thenComparing(Comparator.comparingInt((Item item) -> item.leaf() ? 1 : 0))
            .thenComparing(Comparator.comparingInt(Item::frame).reversed())
            .thenComparingInt(Item::number);

    /** A ready task. */
    private record Item(int rank, int frame, int number, boolean leaf) {
        long task() {
            return (long) frame << 32 | number;
        }
    }

    /** The tasks of a frame that wait for nothing, in the order in which they come. */
    private static final class Leaves {
        final Frame frame;
        final int[] order;
        int next;

        Leaves(Frame frame, int[] order) {
            this.frame = frame;
            this.order = order;
        }

        Item first() {
            return new Item(frame.rank(order[next]), frame.id, order[next], true);
        }

        boolean over() {
            return next == order.length;
        }
    }

    private final LocalRun<?> run;
    private final boolean ranked;
    private final int ahead;
    private final BitSet asked;
    private final PriorityQueue<Item> queue = new PriorityQueue<>(ORDER);
    private final Deque<Leaves> leaves = new ArrayDeque<>();
    private int live;
    private int working;
    private int parked;
    private volatile boolean work;

    RankedQueue(LocalRun<?> run, Plan plan, boolean ranked, int ahead) {
        this.asked = asked(plan, ahead);
        this.run = run;
        this.ranked = ranked;
        this.ahead = ahead;
    }

    /** The tasks whose results a last list gathers. */
    private static BitSet asked(Plan plan, int ahead) {
        BitSet asked = new BitSet();
        if (ahead != RunOptions.UNBOUNDED && plan.gathers(plan.root())) {
            int start = plan.dependencyStart()[plan.root()];
            Arrays.stream(plan.dependencies(), start, plan.dependencies().length)
                    .forEach(asked::set);
        }
        return asked;
    }

    @Override
    public synchronized void open(Slot slot, Frame frame) {
        int[] order = frame.plan.leaves();
        if (ranked) {
            frame.rankBy(
                    Ranks.of(frame.plan, frame.outer == null ? Integer.MAX_VALUE : frame.outer.rank(frame.outerTask)));
            order = Ranks.sorted(order, frame::rank);
        }
        if (order.length > 0) {
            leaves.push(new Leaves(frame, order));
        }
        look();
    }

    @Override
    public void push(Slot slot, Frame frame, int number) {
        add(frame, number);
    }

    @Override
    public void give(long task) {
        Frame frame = run.frameOf(task);
        if (frame != null) {
            add(frame, (int) task);
        }
    }

    private synchronized void add(Frame frame, int number) {
        queue.add(new Item(frame.rank(number), frame.id, number, false));
        look();
    }

    /** Whoever takes a task and leaves others asks for one more thread: so they come one by one, as many as are needed. */
    @Override
    public long poll(Slot slot) {
        long task = take();
        if (work) {
            run.hands.wake(run);
        }
        return task;
    }

    private synchronized long take() {
        Item next = next();
        if (next == null) {
            return NONE;
        }
        if (next.leaf()) {
            started(next);
        } else {
            queue.remove();
        }
        working++;
        look();
        return next.task();
    }

    private @Nullable Item next() {
        Item queued = queue.peek();
        if (live >= ahead && (queued != null || working > 0 || parked > 0)) {
            return queued;
        }
        Item next = queued;
        for (Leaves each : leaves) {
            Item leaf = each.first();
            next = next == null || ORDER.compare(leaf, next) < 0 ? leaf : next;
        }
        return next;
    }

    private void started(Item leaf) {
        Leaves of = leaves.stream()
                .filter(each -> each.frame.id == leaf.frame())
                .findFirst()
                .orElseThrow();
        live += askedFor(of.frame, leaf.number()) ? 0 : 1;
        of.next++;
        if (of.over()) {
            leaves.remove(of);
        }
    }

    /** What {@link #hasWork} says follows from all that is guarded here. */
    private void look() {
        work = next() != null;
    }

    @Override
    public boolean hasWork() {
        return work;
    }

    /** A worker must ask what comes next if that may be something else than what it has just made ready. */
    @Override
    public boolean runsNextAtOnce() {
        return !ranked && !bounded();
    }

    boolean bounded() {
        return ahead != RunOptions.UNBOUNDED;
    }

    @Override
    public synchronized void park() {
        parked++;
    }

    @Override
    public synchronized void unpark() {
        parked--;
        look();
    }

    /** A worker has done with the task that it took. */
    @Override
    public void stepped() {
        changed(0, -1, 0);
    }

    /** A result is there. That of a task that waits for nothing was counted when it was started. */
    void added(Frame frame, int task) {
        if (!askedFor(frame, task) && !frame.plan.isLeaf(task)) {
            changed(1, 0, 0);
        }
    }

    /** A result was let go. */
    void released(Frame frame, int task) {
        if (!askedFor(frame, task)) {
            changed(-1, 0, 0);
        }
    }

    /** A result has left the graph and waits to be taken: until then it is live. */
    void hold() {
        changed(1, 0, 1);
    }

    /** So many were taken. */
    void letGo(int taken) {
        changed(-taken, 0, -taken);
    }

    /** As many may be taken before the run is told: to tell of each would wake a worker for each. */
    int batch() {
        return Math.max(1, ahead / PARTS);
    }

    /** The results that a last list gathers are alive to the end, whatever runs when. */
    private boolean askedFor(Frame frame, int task) {
        return frame.outer == null && (task == frame.plan.root() || asked.get(task));
    }

    private void changed(int results, int workers, int waiting) {
        if (count(results, workers, waiting)) {
            run.announce();
        }
    }

    /** Tells whether there is work now where there was none. */
    private synchronized boolean count(int results, int workers, int waiting) {
        boolean before = work;
        live += results;
        working += workers;
        parked += waiting;
        look();
        return work && !before;
    }
}
