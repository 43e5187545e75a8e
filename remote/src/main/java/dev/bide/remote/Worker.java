package dev.bide.remote;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A worker as the brain sees it. */
final class Worker {
    final int number;
    final String name;
    final int threads;

    /** What it was given and has not answered, in that order. */
    final List<Batch> batches = new ArrayList<>(2);

    /** Ready tasks that had better run here, where their inputs are. */
    final TaskHeap own = new TaskHeap();

    /** Tasks that wait for it to have nothing else. */
    final Deque<Long> suspects = new ArrayDeque<>();

    long heard;
    /** It is to get nothing more. */
    boolean leaving;

    /** It wants to leave. */
    boolean asked;

    /** How many of its batches have ignored their interrupt. */
    int stuck;

    Worker(int number, String name, int threads, long heard) {
        this.number = number;
        this.name = name;
        this.threads = threads;
        this.heard = heard;
    }

    /** One more than it can run, so that it need not wait for the next. */
    int mostBatches() {
        return threads + 1;
    }

    /** How many of its few batches are of a run. */
    int batchesOf(RunState run) {
        int count = 0;
        for (int i = 0; i < batches.size(); i++) {
            count += batches.get(i).run == run ? 1 : 0;
        }
        return count;
    }

    boolean isExclusive() {
        return !batches.isEmpty() && batches.get(0).exclusive;
    }

    boolean takesMore() {
        return !leaving && suspects.isEmpty() && !isExclusive() && batches.size() < mostBatches();
    }
}
