package dev.bide.benchmarks.metg;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** The systems, by the names that the command line takes. */
enum Contenders {
    BIDE,
    /** CompletableFuture on a pool with one queue. */
    FUTURES,
    /** CompletableFuture on a pool with a queue for each thread, of the kind that it has as its default. */
    FORKJOIN,
    LOOP;

    /** Makes one with threads of its own. */
    Contender open(int workers) {
        return switch (this) {
            case BIDE -> new BideCalls(workers);
            case FUTURES -> new Futures(Executors.newFixedThreadPool(workers));
            case FORKJOIN -> new Futures(new ForkJoinPool(workers));
            case LOOP -> new BarrierLoop(workers);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
