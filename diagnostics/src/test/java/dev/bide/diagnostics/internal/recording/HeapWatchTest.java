package dev.bide.diagnostics.internal.recording;

import static dev.bide.diagnostics.internal.recording.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.graph.Plan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapWatchTest {
    private static HeapWatch begun() {
        HeapWatch watch = new HeapWatch();
        watch.on(new RunStarted(Plan.of(step("load").call(1)), Instant.EPOCH, System.nanoTime()));
        return watch;
    }

    @Test
    void samples_ofAShortRun_areItsBeginningAndItsEnd() {
        HeapWatch watch = begun();
        watch.on(new RunEnded(null, System.nanoTime()));
        List<HeapSample> samples = watch.samples();

        assertThat(samples).hasSizeGreaterThanOrEqualTo(2);
        assertThat(samples.get(0).nanos()).isZero();
        assertThat(samples).extracting(HeapSample::used).allMatch(used -> used > 0);
    }

    @Test
    void samples_ofALongRun_areThinnedOut() {
        HeapWatch watch = begun();
        for (int look = 0; look < 10_000; look++) {
            watch.on(new RunEnded(null, System.nanoTime()));
        }
        List<HeapSample> samples = watch.samples();

        assertThat(samples)
                .hasSizeBetween(256, 511)
                .extracting(HeapSample::nanos)
                .isSorted();
        assertThat(samples.get(0).nanos()).isZero();
    }
}
