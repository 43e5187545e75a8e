package dev.bide.remote;

import dev.bide.graph.Plan;
import dev.bide.schedule.RunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A brain whose events a test tells by hand; checks its invariants after each, and keeps what it said. */
final class Told {
    final Brain brain;
    final List<Command> said = new ArrayList<>();
    long now;

    Told(BrainOptions options, int workers) {
        this.brain = new Brain(options);
        for (int i = 0; i < workers; i++) {
            tell(new Event.WorkerJoined(i, "w" + i, 1, now));
        }
    }

    void tell(Event event) {
        now = Math.max(now, event.nanos());
        said.clear();
        said.addAll(brain.on(event));
        brain.checkInvariants();
    }

    void run(Plan plan, RunOptions options) {
        tell(new Event.RunAsked(0, plan, options, now));
    }

    <C extends Command> List<C> all(Class<C> type) {
        return said.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <C extends Command> C one(Class<C> type) {
        List<C> all = all(type);
        if (all.size() != 1) {
            throw new AssertionError(type.getSimpleName() + ": " + all + " in " + said);
        }
        return all.get(0);
    }

    /** All tasks of a batch gave a result. */
    void done(Command.Submit batch) {
        tell(answered(batch));
    }

    void done(Command.Submit batch, int bytes) {
        tell(answered(batch, bytes));
    }

    Event answered(Command.Submit batch) {
        return answered(batch, 8);
    }

    private Event answered(Command.Submit batch, int bytes) {
        List<Answer> answers = IntStream.range(0, batch.tasks().length)
                .<Answer>mapToObj(i -> new Answer.Done(batch.tasks()[i], batch.attempts()[i], bytes, now, now + 1_000))
                .toList();
        return new Event.Answered(batch.worker(), batch.batch(), answers, true, now + 2_000);
    }

    void threw(Command.Submit batch, Exception thrown) {
        Answer answer = new Answer.Threw(batch.tasks()[0], batch.attempts()[0], thrown, now, now + 1_000);
        tell(new Event.Answered(batch.worker(), batch.batch(), List.of(answer), true, now + 2_000));
    }

    void lost(int worker, TaskId... running) {
        tell(new Event.WorkerLost(worker, "it was killed", List.of(running), now + 1));
    }

    void fetched() {
        tell(new Event.Fetched(one(Command.Fetch.class).fetch(), new int[0], now + 1));
    }
}
