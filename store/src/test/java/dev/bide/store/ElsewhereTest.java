package dev.bide.store;

import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Schedulers;
import dev.bide.graph.Plan;
import dev.bide.graph.Rewriting.Ran;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that another JVM has run. */
class ElsewhereTest {
    @TempDir
    private Path folder;

    /** Tells what is around the one task of a run that it gave 5 there, after three seconds. */
    private static final class Elsewhere implements Scheduler {
        @Override
        public <T> Run<T> start(Plan plan, RunOptions options) {
            try {
                assertThat(plan.around(0, new Ran(5, Duration.ofSeconds(3)))).isEqualTo(5);
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
            return Schedulers.sync().start(Plan.of(value(5)), options);
        }

        @Override
        public void close() {}
    }

    @Test
    void save_callThatRanElsewhere_costsWhatItTookThere() {
        Path store = folder.resolve("store");
        task(() -> 5).named("five").stored().call().compute(Store.at(store).on(new Elsewhere()));

        assertThat(Inventory.of(store).entries()).singleElement().satisfies(entry -> {
            assertThat(entry.task()).isEqualTo("five");
            assertThat(entry.cost()).isEqualTo(Duration.ofSeconds(3));
        });
    }
}
