package dev.bide.remote;

import dev.bide.schedule.Progress;
import java.util.List;

/**
 * Decides for all schedulers outside this JVM: which worker runs what and when, what is run again, what is let go. Events in,
 * commands out; without threads, clocks or I/O, so that the same events always give the same commands.
 *
 * <p>Whoever gives it workers is its hands: they tell it what happens, one event at a time, and do what it says. An event
 * costs O(log n) for each task it is about; the loss of a worker costs what it had, stopping a run its size.
 *
 * <p>It calls no code of the user's but the conditions of {@link dev.bide.graph.Retry}. Not safe to use from several threads.
 */
public final class Brain {
    private final Parts parts;

    /**
     * Makes a brain that knows no worker and no run.
     *
     * @param options what can be chosen
     */
    public Brain(BrainOptions options) {
        this.parts = new Parts(options);
    }

    /**
     * Takes in what happened.
     *
     * @param event what; its time is not before that of the last
     * @return what to do about it, in this order
     */
    public List<Command> on(Event event) {
        parts.now = Math.max(parts.now, event.nanos());
        parts.ended = parts.now;
        parts.timers.run(parts.now);
        take(event);
        parts.runs.admit();
        parts.dispatch.all();
        parts.recalls.look();
        parts.fetches.send();
        parts.copies.send();
        parts.runs.endThoseDone();
        parts.pings.watch();
        parts.timers.ask();
        return parts.out.take();
    }

    private void take(Event event) {
        if (event instanceof Event.Answered answered) {
            parts.answers.take(answered);
        } else if (event instanceof Event.Started started) {
            parts.answers.started(started);
        } else if (event instanceof Event.Ponged ponged) {
            parts.pings.heard(ponged.worker());
        } else if (event instanceof Event.Fetched fetched) {
            parts.fetches.take(fetched);
        } else if (event instanceof Event.Copied copied) {
            parts.copies.take(copied);
        } else if (event instanceof Event.PlaceGranted granted) {
            parts.readiness.granted(granted);
        } else if (event instanceof Event.Held held) {
            parts.runs.held(held);
        } else if (event instanceof Event.WorkerJoined joined) {
            parts.arrivals.joined(joined);
        } else if (event instanceof Event.WorkerLost lost) {
            parts.deaths.take(lost);
        } else if (event instanceof Event.WorkerLeaving leaving) {
            parts.arrivals.leaving(leaving);
        } else if (event instanceof Event.RunAsked asked) {
            parts.runs.begin(asked);
        } else if (event instanceof Event.RunCancelled cancelled) {
            parts.runs.cancel(cancelled);
        }
    }

    /**
     * Finds under which task a result is kept that a task of a batch needs. They differ where the graph grew.
     *
     * @param run the number of a run that has not ended
     * @param task the dependency
     * @return the task that made its result
     * @throws IllegalArgumentException if there is no such run
     */
    public int origin(int run, int task) {
        RunState known = parts.runs.find(run);
        if (known == null) {
            throw new IllegalArgumentException("run " + run + " is not there, or not any more");
        }
        return known.aliases.origin(task);
    }

    /**
     * Counts the tasks of a run.
     *
     * @param run the number of a run that has not ended
     * @return how far it has come; of one that is not there nothing
     */
    public Progress progress(int run) {
        RunState known = parts.runs.find(run);
        return known == null ? new Progress(0, 0, 0, 0, 0) : known.progress();
    }

    /**
     * Tells what happened to a task, and what it waits for.
     *
     * @param key its key
     * @return some lines for each run that has such a task; empty if none has
     */
    public String story(String key) {
        return Story.of(parts, key);
    }

    /**
     * Checks all that must hold between two events, by counting again. O(everything).
     *
     * @throws AssertionError if something does not hold; it says what
     */
    public void checkInvariants() {
        new Invariants(parts).check();
    }
}
