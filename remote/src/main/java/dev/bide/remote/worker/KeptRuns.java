package dev.bide.remote.worker;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The runs of which a worker keeps something, and those that it was told to forget. Safe to use from any thread. */
final class KeptRuns {
    private final Map<Integer, KeptRun> runs = new HashMap<>();
    private final NumberRanges forgotten = new NumberRanges();

    /** For who is going to keep something; of a run that was forgotten it is one that keeps nothing. */
    synchronized KeptRun open(int number) {
        KeptRun run = runs.get(number);
        if (run == null) {
            run = new KeptRun();
            if (forgotten.contains(number)) {
                run.forget();
            } else {
                runs.put(number, run);
            }
        }
        return run;
    }

    /** For who looks only. */
    synchronized @Nullable KeptRun find(int number) {
        return runs.get(number);
    }

    synchronized void forget(int number) {
        forgotten.add(number);
        KeptRun run = runs.remove(number);
        if (run != null) {
            run.forget();
        }
    }

    synchronized void close() {
        runs.values().forEach(KeptRun::forget);
        runs.clear();
    }
}
