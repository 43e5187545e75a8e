package dev.bide.internal.local;

/** A pool of one worker that never comes. */
final class NoHands implements Hands {
    @Override
    public int workers() {
        return 1;
    }

    @Override
    public Ready readyFor(LocalRun<?> run) {
        return new Deques(run.crew.slots());
    }

    @Override
    public void wake(LocalRun<?> run) {
        // Only the helper is there to be woken, and the run does that.
    }

    @Override
    public void part(LocalRun<?> run) {
        // Nobody is there.
    }
}
