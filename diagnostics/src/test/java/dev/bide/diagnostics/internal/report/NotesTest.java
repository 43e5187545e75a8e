package dev.bide.diagnostics.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NotesTest {
    @Test
    void sampled_veryLargeRun_saysHowManyWereRecorded() {
        assertThat(Notes.sampled(10_000_000, 10))
                .startsWith("This run had 10,000,000 tasks, of which one in 10 was recorded with its times");
    }
}
