package dev.bide.remote.driver;

import dev.bide.remote.Command;
import java.util.BitSet;

/** A batch that was given to a worker, until the brain has been told all that came of it. */
final class Expected {
    final long number;
    final int worker;
    final RemoteRun<?> run;

    /** Whether the worker was asked for what takes the result's place: there is nothing around that. */
    final boolean fallback;

    /** The tasks whose results the worker was given as values: what is around them has been done. */
    final BitSet values = new BitSet();

    /** The tasks whose answers are told when what is around them is done; the driver's thread's, as is all that changes. */
    int open;

    /** Whether the worker is done with it. */
    boolean last;

    Expected(Command.Submit submit, RemoteRun<?> run) {
        this.number = submit.batch();
        this.worker = submit.worker();
        this.run = run;
        this.fallback = submit.thrown() != null;
    }

    boolean isOver() {
        return last && open == 0;
    }
}
