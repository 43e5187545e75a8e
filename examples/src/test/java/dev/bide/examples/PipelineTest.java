package dev.bide.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Schedulers;
import dev.bide.examples.Readings.Reading;
import dev.bide.examples.WeatherReport.Line;
import dev.bide.schedule.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"sync", "threads(2)", "processes(2)"})
    void delayed_anyScheduler_storesWhatTheLoopStores(String name) throws IOException {
        List<String> files = WeatherFiles.in(temporary.resolve("data"), 500, Schedulers.sync());
        Path byLoop = Pipeline.inSequence(files, temporary.resolve("loop.txt"));
        Path byTasks = temporary.resolve("tasks.txt");

        try (Scheduler scheduler = Schedulers.named(name)) {
            Pipeline.delayed(files, byTasks).compute(scheduler);
        }

        assertThat(files).hasSize(16);
        assertThat(byTasks).hasSameTextualContentAs(byLoop);
    }

    @Test
    void load_columnsInAnotherOrder_readsThemByName() throws IOException {
        Readings abbey = shipped("abbey");

        assertThat(abbey.rows()).isEqualTo(48);
        assertThat(abbey.list()).hasSize(48);
        assertThat(abbey.list().get(1)).isEqualTo(new Reading(LocalDateTime.of(2025, 5, 1, 1, 0), 7.7));
    }

    @Test
    void clean_shortGaps_fillsThemAlongALine() throws IOException {
        List<Reading> raw = shipped("abbey").list();
        Readings clean = Pipeline.clean(shipped("abbey"));

        assertThat(clean.repaired()).isEqualTo(2);
        assertThat(clean.list()).hasSize(48).allMatch(Reading::isPlausible);
        assertThat(clean.list().get(14).temperature())
                .isEqualTo((raw.get(13).temperature() + raw.get(15).temperature()) / 2);
    }

    @Test
    void clean_longGapsAndErrorCodes_dropsOnlyTheLongOnes() throws IOException {
        Line bog = Line.of(Pipeline.clean(shipped("bog")));

        assertThat(bog.dropped()).isEqualTo(8 + 1);
        assertThat(bog.repaired()).isEqualTo(3);
        assertThat(bog.frostDays()).isEqualTo(2);
    }

    @Test
    void clean_rowsCutOffRepeatedOrLate_dropsThem() throws IOException {
        Readings crossing = shipped("crossing");

        assertThat(crossing.rows()).isEqualTo(39);
        assertThat(crossing.list()).hasSize(36);
        assertThat(Pipeline.clean(crossing).list())
                .hasSize(33)
                .extracting(Reading::time)
                .isSorted();
    }

    @Test
    void analyze_nothingUsable_reportsOnlyTheCounts() throws IOException {
        WeatherReport report = Pipeline.analyze(List.of(Pipeline.clean(shipped("derelict"))));

        assertThat(report.text().get(1)).matches("derelict +3 +3 +0");
    }

    @Test
    void in_folderThere_leavesItAsItIs() throws IOException {
        Path file = Files.writeString(temporary.resolve("mine.csv"), "time,temperature\n");

        assertThat(WeatherFiles.in(temporary, 10, Schedulers.sync())).containsExactly(file.toString());
    }

    private static Readings shipped(String station) throws IOException {
        return Pipeline.load(Shipped.path("stations/" + station + ".csv").toString());
    }
}
