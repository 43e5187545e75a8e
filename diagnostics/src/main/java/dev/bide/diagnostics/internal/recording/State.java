package dev.bide.diagnostics.internal.recording;

/** How far a task has come. */
public enum State {
    /** It waits for others or for a worker. */
    WAITING,
    /** An attempt failed, and another is under way. */
    RUNNING,
    /** It gave a result. */
    DONE,
    /** It threw, and had no attempt left. */
    FAILED,
    /** It was not run, because something it depends on failed. */
    SKIPPED,
    /** The run was stopped before it was run, or while it was. */
    CANCELLED
}
