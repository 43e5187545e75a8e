package dev.bide.verify.ignite;

import dev.bide.event.Event;
import dev.bide.event.Event.Step;
import dev.bide.event.RunListener;
import java.util.EnumSet;
import java.util.Set;

/** Does something when so many tasks have finished; the driver goes on meanwhile. */
final class At implements RunListener {
    private final int count;
    private final Runnable what;
    private int finished;
    private volatile long nanos;

    At(int count, Runnable what) {
        this.count = count;
        this.what = what;
    }

    @Override
    public void on(Event event) {
        if (event instanceof Event.TaskEvent && ++finished == count) {
            nanos = System.nanoTime();
            what.run();
        }
    }

    @Override
    public Set<Step> steps() {
        return EnumSet.of(Step.FINISHED);
    }

    /** When it was done; fails if that has not happened. */
    long nanos() {
        if (nanos == 0) {
            throw new AssertionError("only " + finished + " tasks of " + count + " have finished");
        }
        return nanos;
    }
}
