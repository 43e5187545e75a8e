package dev.bide.benchmarks.shapes;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Who takes part. */
final class Contenders {
    /** The one that all others are compared with. */
    static final String BASE = "CompletableFuture async";

    private static final int VIRTUAL_THREADS_SINCE = 21;

    private Contenders() {}

    /** All, as far as this JVM has them. */
    static List<Contender> all(int workers) {
        List<Contender> all = new ArrayList<>();
        all.add(new Loop());
        all.add(new CountingLoop());
        all.add(threads(workers));
        all.add(sync());
        all.add(onExecutor(workers));
        if (Runtime.version().feature() >= VIRTUAL_THREADS_SINCE) {
            Scheduler virtual = Schedulers.virtualThreads();
            all.add(new BideCalls("Bide virtualThreads", virtual, virtual::close));
        }
        all.add(new Futures(false, workers));
        all.add(new Futures(true, workers));
        all.add(new ForkJoin(workers));
        all.add(new ReactorMonos(false, workers));
        all.add(new ReactorMonos(true, workers));
        all.add(new ParSeqTasks(workers));
        all.add(new DexecutorGraph(workers));
        return all;
    }

    /**
     * Those with one of the words in their names, whatever the case; all if there are no words. The others are
     * closed.
     */
    static List<Contender> named(List<String> words, int workers) {
        List<Contender> chosen = new ArrayList<>();
        for (Contender each : all(workers)) {
            if (words.isEmpty() || words.stream().anyMatch(word -> contains(each.name(), word))) {
                chosen.add(each);
            } else {
                each.close();
            }
        }
        return chosen;
    }

    static BideCalls threads(int workers) {
        Scheduler threads = Schedulers.threads(workers);
        return new BideCalls("Bide threads(" + workers + ")", threads, threads::close);
    }

    private static BideCalls sync() {
        return new BideCalls("Bide sync", Schedulers.sync(), () -> {});
    }

    private static BideCalls onExecutor(int workers) {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        return new BideCalls("Bide on(executor)", Schedulers.on(pool), pool::shutdownNow);
    }

    private static boolean contains(String name, String word) {
        return name.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }
}
