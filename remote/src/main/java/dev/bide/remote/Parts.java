package dev.bide.remote;

import java.util.SplittableRandom;

/** The parts of a brain; each knows the others through this. */
final class Parts {
    final BrainOptions options;
    final SplittableRandom random;
    final Outbox out;
    final Timers timers;
    final Workers workers;
    final Runs runs;
    final Listening listening;
    final Readiness readiness;
    final Placement placement;
    final Results results;
    final Lineage lineage;
    final Failures failures;
    final Retries retries;
    final Deaths deaths;
    final Batches batches;
    final Dispatch dispatch;
    final Recalls recalls;
    final Answers answers;
    final Growth growth;
    final Fetches fetches;
    final Copies copies;
    final Pings pings;
    final Arrivals arrivals;

    /** When the event under way happened. */
    long now;

    /** When, on its worker, the task ended of which the event under way tells. */
    long ended;

    Parts(BrainOptions options) {
        this.options = options;
        this.random = new SplittableRandom(options.seed());
        this.out = new Outbox();
        this.timers = new Timers(out);
        this.workers = new Workers();
        this.runs = new Runs(this);
        this.listening = new Listening(this);
        this.readiness = new Readiness(this);
        this.placement = new Placement(this);
        this.results = new Results(this);
        this.lineage = new Lineage(this);
        this.failures = new Failures(this);
        this.retries = new Retries(this);
        this.deaths = new Deaths(this);
        this.batches = new Batches(this);
        this.dispatch = new Dispatch(this);
        this.recalls = new Recalls(this);
        this.answers = new Answers(this);
        this.growth = new Growth(this);
        this.fetches = new Fetches(this);
        this.copies = new Copies(this);
        this.pings = new Pings(this);
        this.arrivals = new Arrivals(this);
    }
}
