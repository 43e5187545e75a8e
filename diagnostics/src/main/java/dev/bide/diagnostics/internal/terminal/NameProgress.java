package dev.bide.diagnostics.internal.terminal;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** How far the tasks of one name have come. Written by all workers at once, read now and then. */
final class NameProgress {
    /** How many times the median is taken of: each new one takes the place of any. */
    private static final int TIMES = 256;

    final String name;
    final LongAdder total = new LongAdder();
    final LongAdder done = new LongAdder();
    final LongAdder running = new LongAdder();
    final LongAdder failed = new LongAdder();
    final LongAdder skipped = new LongAdder();
    final LongAdder retries = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final AtomicLongArray times = new AtomicLongArray(TIMES);

    NameProgress(String name) {
        this.name = name;
    }

    void took(long time) {
        nanos.add(time);
        times.setPlain(ThreadLocalRandom.current().nextInt(TIMES), 1 + time);
    }

    /** One that is run again because its worker was lost is told to have finished twice. */
    long settled() {
        return Math.min(total.sum(), done.sum() + failed.sum() + skipped.sum());
    }

    long left() {
        return Math.max(0, total.sum() - settled());
    }

    /** The median of some of the times, or -1. */
    long median() {
        long[] some = new long[TIMES];
        Arrays.setAll(some, times::getPlain);
        long[] known = Arrays.stream(some).filter(time -> time > 0).sorted().toArray();
        return known.length == 0 ? -1 : known[known.length / 2] - 1;
    }

    /** The average time, or -1. */
    double mean() {
        long ended = done.sum() + failed.sum();
        return ended == 0 ? -1 : (double) nanos.sum() / ended;
    }
}
