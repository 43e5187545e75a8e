package dev.bide.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Schedulers;
import dev.bide.examples.Classifier.Parameters;
import dev.bide.examples.NestedCrossValidation.Setup;
import dev.bide.schedule.Scheduler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples on a cluster of two. Its workers take seconds to start, so it is not in every build: see the tag in the pom. */
@Tag("ignite")
class OnIgniteTest {
    private static Scheduler cluster;

    @TempDir
    Path temporary;

    @BeforeAll
    static void startCluster() {
        cluster = Schedulers.named("ignite(2)");
    }

    @AfterAll
    static void endCluster() {
        cluster.close();
    }

    @Test
    void nestedCrossValidation_onACluster_reportsTheSameBitsAsTheLoops() throws Exception {
        Setup setup = new Setup(200, 3, 2, List.of(new Parameters(0.01, 0.001), new Parameters(4, 0.1)));

        assertThat(NestedCrossValidation.delayed(setup).compute(cluster))
                .isEqualTo(NestedCrossValidation.inSequence(setup));
    }

    @Test
    void pipeline_onACluster_storesWhatTheLoopStores() throws IOException {
        List<String> files = WeatherFiles.in(temporary.resolve("data"), 500, cluster);
        Path byLoop = Pipeline.inSequence(files, temporary.resolve("loop.txt"));
        Path byTasks = temporary.resolve("tasks.txt");

        Pipeline.delayed(files, byTasks).compute(cluster);

        assertThat(byTasks).hasSameTextualContentAs(byLoop);
    }
}
