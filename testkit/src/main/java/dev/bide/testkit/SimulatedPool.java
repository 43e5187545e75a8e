package dev.bide.testkit;

import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.graph.Plan;
import dev.bide.remote.Brain;
import dev.bide.remote.BrainOptions;
import dev.bide.remote.Command;
import dev.bide.remote.Event;
import dev.bide.schedule.RunOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Workers in virtual time, and the hands of a {@link Brain} that has them: messages take some time, workers die, hang, leave
 * and come, answers come twice or late, transfers fail. All is decided by a seed, and everything happens in the caller's
 * thread. Functions are really called; what they take is virtual.
 *
 * <p>Not safe to use from several threads.
 */
public final class SimulatedPool {
    /**
     * What a pool is like.
     *
     * @param seed decides everything
     * @param workers how many workers
     * @param threads how many tasks each runs at a time
     * @param faults what goes wrong
     * @param habits what tasks are like
     * @param options of the brain
     * @param checked whether the brain checks its invariants after each event
     * @param hollow whether functions are not called and nothing is kept: to measure the brain
     * @param latency how many nanoseconds a message takes at least, and at most half as much more
     */
    public record Settings(
            long seed,
            int workers,
            int threads,
            Faults faults,
            Habits habits,
            BrainOptions options,
            boolean checked,
            boolean hollow,
            long latency) {}

    private static final long PATIENCE = Duration.ofHours(2).toNanos();
    private static final long LATEST = Duration.ofMillis(1500).toNanos();

    final Settings settings;
    final SplittableRandom random;
    final VirtualTime time = new VirtualTime();
    final Map<Integer, SimulatedWorker> workers = new TreeMap<>();
    final Map<Integer, SimulatedGraph> runs = new HashMap<>();
    private final Brain brain;
    private final SimulatedLimits limits = new SimulatedLimits(this);
    private final SimulatedTransfers transfers = new SimulatedTransfers(this);
    private final SimulatedLabour labour = new SimulatedLabour(this, transfers);
    private final Calamities calamities;
    private int nextWorker;
    private int nextRun;
    private long brainNanos;
    private long events;
    private long commands;

    /**
     * Makes a pool whose workers are there.
     *
     * @param settings what it is like
     */
    public SimulatedPool(Settings settings) {
        this.settings = settings;
        this.random = new SplittableRandom(settings.seed());
        this.brain = new Brain(settings.options());
        this.calamities = new Calamities(this);
        for (int i = 0; i < settings.workers(); i++) {
            join();
        }
    }

    /**
     * Gives how late it is.
     *
     * @return virtual nanoseconds since this pool was made
     */
    public long now() {
        return time.now();
    }

    /**
     * Gives how long the brain took for all events so far.
     *
     * @return real nanoseconds
     */
    public long brainNanos() {
        return brainNanos;
    }

    /**
     * Counts what the brain was told.
     *
     * @return how many events
     */
    public long events() {
        return events;
    }

    /**
     * Counts what the brain said.
     *
     * @return how many commands
     */
    public long commands() {
        return commands;
    }

    // ---------------------------------------------------------------- runs

    /** Asks for a run; gives its number. */
    int start(Plan plan, RunOptions options) {
        int run = nextRun++;
        runs.put(run, new SimulatedGraph(plan, options));
        hear(run, new RunStarted(plan, Instant.EPOCH, now()));
        tell(new Event.RunAsked(run, plan, options, now()));
        return run;
    }

    void cancel(int run, String why) {
        tell(new Event.RunCancelled(run, why, now()));
    }

    SimulatedGraph graph(int run) {
        return Objects.requireNonNull(runs.get(run));
    }

    /** Lets time go on until a run has ended. */
    void await(int run) {
        SimulatedGraph graph = graph(run);
        while (!graph.ended) {
            if (!time.step() || now() > PATIENCE) {
                throw new AssertionError("the run has not ended by " + Duration.ofNanos(now()) + ":\n"
                        + stories(graph.plan()) + "\n" + workers.values());
            }
        }
    }

    private String stories(Plan plan) {
        return IntStream.range(0, plan.size())
                .mapToObj(task -> brain.story(plan.key(task).toString()))
                .filter(story -> !story.contains(": released") && !story.contains(": done"))
                .limit(10)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Lets some things happen.
     *
     * @param count how many, or as many as there are
     */
    public void steps(int count) {
        for (int i = 0; i < count && time.step(); i++) {}
    }

    /**
     * Lets time go on until all messages have arrived, and checks that nothing is left: no result at any worker, no place in a
     * limit.
     *
     * @throws AssertionError if something is
     */
    public void settle() {
        long until = now() + Duration.ofMinutes(5).toNanos();
        boolean more = true;
        while (more && now() < until) {
            more = time.step();
        }
        for (SimulatedWorker worker : workers.values()) {
            if (worker.alive && !worker.kept.isEmpty()) {
                throw new AssertionError(worker.name + " still keeps " + worker.kept.keySet());
            }
        }
        limits.check();
    }

    /**
     * Calls a run plain work for measuring it: lets it run to its end.
     *
     * @param plan what to run
     * @param options what is asked for
     * @return the virtual nanoseconds it took
     */
    public long measure(Plan plan, RunOptions options) {
        long began = now();
        await(start(plan, options));
        return now() - began;
    }

    // ---------------------------------------------------------------- workers

    void join() {
        SimulatedWorker worker = new SimulatedWorker(nextWorker++, settings.threads());
        workers.put(worker.number, worker);
        tell(new Event.WorkerJoined(worker.number, worker.name, worker.threads, now()));
    }

    /** A worker dies; the brain is told a little later, unless it must find out. */
    void kill(SimulatedWorker worker, boolean told) {
        if (!worker.alive) {
            return;
        }
        worker.alive = false;
        boolean unknown = random.nextDouble() < settings.faults().unknown();
        var running = unknown ? null : worker.running(now());
        labour.gone(worker);
        if (told) {
            time.at(
                    now() + latency(),
                    () -> tell(new Event.WorkerLost(worker.number, "it was killed", running, now())));
        }
        time.at(now() + 10 * latency(), this::join);
    }

    void leave(SimulatedWorker worker) {
        tell(new Event.WorkerLeaving(worker.number, now()));
        time.at(now() + 10 * latency(), this::join);
    }

    @Nullable
    SimulatedWorker alive(int number) {
        SimulatedWorker worker = workers.get(number);
        return worker == null || !worker.alive ? null : worker;
    }

    long latency() {
        return settings.latency() + random.nextLong(1 + settings.latency() / 2);
    }

    int origin(int run, int task) {
        return brain.origin(run, task);
    }

    // ---------------------------------------------------------------- the brain

    void tell(Event event) {
        long began = System.nanoTime();
        List<Command> said = brain.on(event);
        brainNanos += System.nanoTime() - began;
        events++;
        commands += said.size();
        if (settings.checked()) {
            brain.checkInvariants();
        }
        said.forEach(this::obey);
        calamities.after();
    }

    private void obey(Command command) {
        if (command instanceof Command.Submit submit) {
            SimulatedWorker.Work work = labour.work(submit);
            to(submit.worker(), worker -> labour.queue(worker, work));
        } else if (command instanceof Command.Release release) {
            to(release.worker(), worker -> worker.release(release));
        } else if (command instanceof Command.WakeAt wake) {
            time.at(wake.nanos(), () -> tell(new Event.Woke(now())));
        } else if (command instanceof Command.Ping ping) {
            to(ping.worker(), worker -> from(worker, () -> tell(new Event.Ponged(worker.number, now()))));
        } else if (command instanceof Command.Interrupt interrupt) {
            to(interrupt.worker(), worker -> labour.interrupt(worker, interrupt.batch()));
        } else if (command instanceof Command.Recall recall) {
            to(recall.worker(), worker -> labour.recall(worker, recall.batch()));
        } else if (command instanceof Command.Fetch fetch) {
            to(fetch.worker(), worker -> transfers.fetch(worker, fetch));
        } else if (command instanceof Command.Copy copy) {
            to(copy.worker(), worker -> transfers.copy(worker, copy));
        } else if (command instanceof Command.Forget forget) {
            to(forget.worker(), worker -> worker.forget(forget.run()));
        } else if (command instanceof Command.Dismiss dismiss) {
            dismiss(dismiss);
        } else {
            limits.obey(command);
            note(command);
        }
    }

    private void note(Command command) {
        if (command instanceof Command.Grow grow) {
            graph(grow.run()).grow(grow.first(), grow.plan());
        } else if (command instanceof Command.Tell told) {
            hear(told.run(), told.event());
        } else if (command instanceof Command.Fail fail) {
            graph(fail.run()).fail(fail);
        } else if (command instanceof Command.End end) {
            SimulatedGraph graph = graph(end.run());
            graph.end(end);
            hear(end.run(), new RunEnded(graph.failure(), now()));
        }
    }

    private void hear(int run, dev.bide.event.Event event) {
        graph(run).options.listeners().forEach(listener -> listener.on(event));
    }

    private void dismiss(Command.Dismiss dismiss) {
        SimulatedWorker worker = alive(dismiss.worker());
        if (worker != null) {
            worker.alive = false;
            labour.gone(worker);
            time.at(now() + 10 * latency(), this::join);
        }
    }

    /** A command reaches a worker after those given before. */
    private void to(int number, Consumer<SimulatedWorker> action) {
        SimulatedWorker worker = Objects.requireNonNull(workers.get(number));
        worker.lastCommand = Math.max(worker.lastCommand, now() + latency());
        time.at(worker.lastCommand, () -> worker.act(() -> action.accept(worker)));
    }

    /** An answer reaches the driver after those given before, at times late; it does even if the worker dies meanwhile. */
    void from(SimulatedWorker worker, Runnable action) {
        long late = random.nextDouble() < settings.faults().delays() ? random.nextLong(LATEST) : 0;
        worker.lastAnswer = Math.max(worker.lastAnswer, now() + latency() + late);
        time.at(worker.lastAnswer, action);
        if (random.nextDouble() < settings.faults().duplicates()) {
            time.at(worker.lastAnswer + random.nextLong(100_000_000), action);
        }
    }
}
