package dev.bide.internal.local;

import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How the graph of a run grows: a task answers with a node, whose plan becomes a new {@link Frame}; the result of that
 * frame's root is the task's.
 *
 * <p>A node runs once in a run, whichever frames need it. So {@code places} knows where each node that still has its result,
 * or will have it, is computed; a new frame imports those, and adds a use to each. Adding frames happens under the lock, so
 * that two of them cannot both take in the same new node. What a task may go on with, because its function captured it, is
 * held (one use more) until that task has answered.
 *
 * <p>A result is delivered to the frames that import it once: the importer asks {@code done} inside {@code waiting.compute},
 * the finisher marks done before {@code waiting.remove}; both are atomic for one place, so one of the two delivers.
 */
final class Growth {
    private final LocalRun<?> run;
    private final AtomicLong total = new AtomicLong();
    private final Map<Node, Place> places = new ConcurrentHashMap<>();
    private final Map<Place, List<Place>> waiting = new ConcurrentHashMap<>();
    private final Holds holds = new Holds();
    private final Deque<Integer> freeIds = new ArrayDeque<>();
    private volatile @Nullable Frame[] frames = new Frame[16];
    private int nextId = 1;

    Growth(LocalRun<?> run, Frame first) {
        this.run = run;
        total.set(first.plan.size());
        frames[0] = first;
        register(first);
    }

    /** Lets go of all results. */
    void clear() {
        for (Frame frame : frames) {
            if (frame != null) {
                frame.results.clear();
            }
        }
    }

    long total() {
        return total.get();
    }

    /** The frame of that number. It is there for a queued task: the queue handed over the number after it was stored. */
    @Nullable
    Frame frame(int id) {
        return frames[id];
    }

    /** A task that expands has answered: with a node, whose plan is run now, or with what stands for a missing result. */
    long answered(Slot slot, Frame by, int task, @Nullable Object answer) {
        if (answer instanceof Node more && !Plan.isValue(more)) {
            try {
                start(slot, by, task, open(by, task, more));
                return Ready.NONE;
            } catch (CircleException circle) {
                Object missing = run.failures().fail(run, slot, by, task, Attempts.only(slot, circle), 1);
                return missing instanceof Failures.Stopped ? Ready.NONE : finish(slot, by, task, missing);
            }
        }
        return finish(slot, by, task, answer instanceof Node value ? Plan.valueOf(value) : answer);
    }

    private long finish(Slot slot, Frame by, int task, @Nullable Object result) {
        letGo(by, task);
        return run.finished(slot, by, task, result);
    }

    /** The task that answered needs its inputs no more, nor what it might have gone on with. */
    private void letGo(Frame frame, int task) {
        run.releaseInputs(frame, task);
        Place place = new Place(frame, task);
        if (holds.any(place)) {
            List<Place> held;
            synchronized (this) {
                held = holds.end(place);
            }
            held.forEach(each -> release(each.frame(), each.task()));
        }
    }

    // ---------------------------------------------------------------- a new frame

    /** A frame that is ready to run, and the imports that are there already. */
    private record Opened(Frame frame, boolean tail, List<Import> there) {}

    /** A result of one frame that another imports. */
    private record Import(Place from, Place to) {}

    /** All that must be decided at once, and nothing that calls others: events and queues come after the lock. */
    private synchronized Opened open(Frame by, int task, Node more) {
        Map<Node, Boolean> imported = new HashMap<>();
        Plan plan = Plan.of(more, node -> imported.computeIfAbsent(node, this::retain));
        refuseCircle(imported, new Place(by, task));
        boolean tail = task == by.plan.root() && by.outer != null && by.usedOnce(task);
        int id = newId();
        Frame frame = tail
                ? Frame.more(plan, id, Objects.requireNonNull(by.outer), by.outerTask)
                : Frame.more(plan, id, by, task);
        frames[id] = frame;
        if (tail) {
            places.remove(by.plan.node(task));
        }
        register(frame);
        total.addAndGet(
                plan.size() - imported.values().stream().filter(known -> known).count());
        return new Opened(frame, tail, connect(frame));
    }

    private void start(Slot slot, Frame by, int task, Opened opened) {
        Frame frame = opened.frame();
        if (run.events != null) {
            run.events.grew(slot, by, task, frame.plan);
        }
        letGo(by, task);
        if (opened.tail()) {
            slot.count();
            if (run.bounded != null) {
                run.bounded.added(by, task); // the task's own result, which close() lets go of
            }
            if (run.events != null) {
                run.events.passedOn(by, task);
            }
            close(by);
        }
        run.tellQueued(frame);
        run.ready.open(slot, frame);
        run.announce();
        opened.there().forEach(each -> deliver(slot, each));
        for (int i = 0; i < frame.plan.size(); i++) {
            if (frame.plan.imported(i)) {
                arrive(slot, frame, i);
            }
        }
    }

    private void refuseCircle(Map<Node, Boolean> imported, Place growing) {
        List<Node> taken = imported.keySet().stream().filter(imported::get).toList();
        Place circle = Circles.find(taken.stream().map(this::placeOf).toList(), growing, waiting);
        if (circle != null) {
            taken.forEach(each -> release(placeOf(each).frame(), placeOf(each).task()));
            throw new CircleException(circle.frame().plan.node(circle.task()));
        }
    }

    private Place placeOf(Node node) {
        return Objects.requireNonNull(places.get(node));
    }

    private boolean retain(Node node) {
        Place place = places.get(node);
        return place != null && place.frame().retain(place.task());
    }

    private int newId() {
        if (!freeIds.isEmpty()) {
            return freeIds.pop();
        }
        if (nextId == frames.length) {
            frames = Arrays.copyOf(frames, 2 * nextId);
        }
        return nextId++;
    }

    private void register(Frame frame) {
        Plan plan = frame.plan;
        for (int i = 0; i < plan.size(); i++) {
            if (!plan.imported(i)) {
                Place place = new Place(frame, i);
                places.put(plan.node(i), place);
                holds.known(plan.node(i), place);
            }
        }
        for (int i = 0; plan.expanding() && i < plan.size(); i++) {
            if (plan.expands(i) && !plan.imported(i)) {
                holds.expect(new Place(frame, i), plan.captured(i, places::containsKey), places);
            }
        }
    }

    /** A root gave its result on, or its task was taken over by a new frame: nothing of this frame is queued any more. */
    void close(Frame frame) {
        release(frame, frame.plan.root());
        synchronized (this) {
            frames[frame.id] = null;
            freeIds.push(frame.id);
        }
    }

    void release(Frame frame, int task) {
        boolean last = frame.releaseByOther(task);
        if (last && !frame.plan.imported(task)) {
            places.remove(frame.plan.node(task), new Place(frame, task));
            run.tellReleased(frame, task);
        }
    }

    /** Asks for what the frame imports, and gives the part of it that is there: nobody else delivers that. */
    private List<Import> connect(Frame frame) {
        List<Import> there = new ArrayList<>();
        for (int i = 0; i < frame.plan.size(); i++) {
            if (frame.plan.imported(i)) {
                Import wanted = new Import(placeOf(frame.plan.node(i)), new Place(frame, i));
                if (!await(wanted)) {
                    there.add(wanted);
                }
            }
        }
        return there;
    }

    private boolean await(Import wanted) {
        boolean[] awaited = new boolean[1];
        waiting.compute(wanted.from(), (place, importers) -> {
            awaited[0] = !place.frame().done(place.task());
            if (!awaited[0]) {
                return importers;
            }
            List<Place> all = importers == null ? new ArrayList<>() : new ArrayList<>(importers);
            all.add(wanted.to());
            return all;
        });
        return awaited[0];
    }

    /** A task has its result: hand it to the frames that import it. */
    void settled(Slot slot, Frame frame, int task) {
        frame.markDone(task);
        Place place = new Place(frame, task);
        List<Place> importers = waiting.remove(place);
        if (importers != null) {
            importers.forEach(importer -> deliver(slot, new Import(place, importer)));
        }
    }

    private void deliver(Slot slot, Import there) {
        Frame to = there.to().frame();
        int task = there.to().task();
        there.from().frame().give(there.from().task(), to, task);
        release(there.from().frame(), there.from().task());
        arrive(slot, to, task);
    }

    /** An import arrives twice: when its result is delivered, and when its frame is open. */
    private void arrive(Slot slot, Frame frame, int task) {
        if (frame.arriveImported(task)) {
            run.enqueue(slot, frame, task);
        }
    }
}
