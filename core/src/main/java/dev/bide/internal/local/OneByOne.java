package dev.bide.internal.local;

import dev.bide.order.Order;

/** The tasks of a run on one thread whose graph does not grow: the priority order, from its start to its end. */
final class OneByOne implements Ready {
    private final LocalRun<?> run;
    private int[] order = {};
    private int next;

    OneByOne(LocalRun<?> run) {
        this.run = run;
    }

    @Override
    public void open(Slot slot, Frame frame) {
        order = Order.of(frame.plan);
    }

    @Override
    public void push(Slot slot, Frame frame, int number) {
        // The order comes to it.
    }

    @Override
    public long poll(Slot slot) {
        return next == order.length || run.cancelIfCallerInterrupted(false) ? NONE : order[next++];
    }

    @Override
    public boolean hasWork() {
        return next < order.length;
    }

    @Override
    public boolean runsNextAtOnce() {
        return false;
    }
}
