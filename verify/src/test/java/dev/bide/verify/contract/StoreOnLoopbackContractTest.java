package dev.bide.verify.contract;

import dev.bide.remote.driver.RemoteOptions;
import dev.bide.remote.driver.RemoteScheduler;
import dev.bide.schedule.Scheduler;
import dev.bide.store.Store;
import dev.bide.testkit.SchedulerContract;
import dev.bide.testkit.SchedulerTraits;
import dev.bide.verify.remote.LoopbackPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing has been stored before, a store changes nothing of a run whose tasks are run by workers. */
@ExtendWith(Reduced.class)
class StoreOnLoopbackContractTest extends SchedulerContract {
    @TempDir(cleanup = CleanupMode.ALWAYS)
    private static Path folder;

    @Override
    protected Scheduler scheduler() {
        try {
            return Store.at(Files.createTempDirectory(folder, "store"))
                    .on(RemoteScheduler.over(new LoopbackPool(2, 1), RemoteOptions.defaults()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    protected SchedulerTraits traits() {
        return SchedulerTraits.otherJvms(2);
    }
}
