package dev.bide.event;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecordingTest {
    @TempDir
    private Path folder;

    private List<RecordedEvent> recorded(Delayed<?> root) throws IOException {
        Path file = folder.resolve("run.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("dev.bide.Task");
            recording.start();
            assertThat(catchThrowable(() -> root.compute(Schedulers.threads())))
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            failed -> assertThat(failed).hasCauseInstanceOf(IOException.class));
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file);
    }

    private static int fail() throws IOException {
        throw new IOException("the disk is full");
    }

    // half ×3 -> list
    @Test
    void recording_underWay_holdsEachTask() throws IOException {
        List<RecordedEvent> events =
                recorded(task((Integer x) -> x / 2).named("half").each(List.of(2, 4, 6)));

        assertThat(events).hasSize(4);
        assertThat(events)
                .filteredOn(event -> event.getString("name").equals("half"))
                .hasSize(3)
                .allSatisfy(event -> {
                    assertThat(event.getString("outcome")).isEqualTo("FINISHED");
                    assertThat(event.getInt("attempt")).isOne();
                    assertThat(event.getLong("bytes")).isEqualTo(16);
                    assertThat(event.getThread().getJavaName()).isNotEmpty();
                });
    }

    // fail, tried twice
    @Test
    void recording_taskTriedAgain_holdsEachAttempt() throws IOException {
        List<RecordedEvent> events =
                recorded(task(FlightRecordingTest::fail).retry(1).call());

        assertThat(events)
                .extracting(event -> event.getString("outcome"))
                .containsExactlyInAnyOrder("RETRIED", "FAILED");
        assertThat(events).extracting(event -> event.getString("failure")).containsOnly("java.io.IOException");
    }

    // inner, computed by outer while it runs
    @Test
    void recording_taskThatComputes_holdsBoth() throws IOException {
        AtomicInteger runs = new AtomicInteger();
        Delayed<Integer> outer = on(runs).call(r ->
                on(r).call(AtomicInteger::incrementAndGet).named("inner").compute(Schedulers.sync()));

        List<RecordedEvent> events = recorded(outer.named("outer"));

        assertThat(events).extracting(event -> event.getString("name")).containsExactlyInAnyOrder("inner", "outer");
        assertThat(events).extracting(event -> event.getLong("run")).doesNotHaveDuplicates();
    }

    // half
    @Test
    void recording_withoutTasks_holdsNone() throws IOException {
        try (Recording recording = new Recording()) {
            recording.disable("dev.bide.Task");
            recording.start();
            on(2).call(x -> x / 2).compute(Schedulers.sync());
            recording.stop();
            Path file = folder.resolve("other.jfr");
            recording.dump(file);
            assertThat(RecordingFile.readAllEvents(file))
                    .noneMatch(event -> event.getEventType().getName().startsWith("dev.bide"));
        }
    }

    // one task, whose name has ten megabytes
    @Test
    void recording_nameOfTenMegabytes_isShort() throws IOException {
        List<RecordedEvent> events =
                recorded(task(() -> 1).named("k".repeat(10_000_000)).call());

        assertThat(events)
                .extracting(event -> event.getString("name"))
                .containsExactly("k".repeat(120) + "… (10000000 characters)");
    }
}
