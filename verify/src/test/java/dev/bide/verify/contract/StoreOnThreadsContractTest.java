package dev.bide.verify.contract;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import dev.bide.store.Store;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing has been stored before, a store changes nothing of a run. */
class StoreOnThreadsContractTest extends SchedulerContract {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    private static Path folder;

    @Override
    protected Scheduler scheduler() {
        try {
            return Store.at(Files.createTempDirectory(folder, "store")).on(Schedulers.threads(2));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.threads(2);
    }
}
