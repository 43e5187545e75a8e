package dev.bide.schedule;

/**
 * How far a run has come.
 *
 * @param total tasks known so far; it grows with the graph
 * @param done tasks that gave a result
 * @param running tasks that workers are at
 * @param failed tasks that threw and have no attempt left
 * @param skipped tasks that will not run because something they depend on failed
 */
public record Progress(long total, long done, long running, long failed, long skipped) {
    /**
     * Counts the tasks that wait for others or for a worker.
     *
     * @return how many
     */
    public long waiting() {
        return Math.max(0, total - done - running - failed - skipped);
    }
}
