package dev.bide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void bytes_ofAnySize_areShort() {
        assertThat(List.of(0L, 1023L, 1024L, 1536L, 1024L * 1024 - 1, 10L << 30, 5000L << 40).stream()
                        .map(Figures::bytes))
                .containsExactly("0 B", "1023 B", "1.0 KiB", "1.5 KiB", "1.0 MiB", "10.0 GiB", "5000.0 TiB");
    }

    @Test
    void parseBytes_usualForms_areRead() {
        for (String text : List.of("10G", "10g", "10 GiB", "10.0GB", " 10240M ", "10737418240", "10737418240 B")) {
            assertThat(Figures.parseBytes(text)).as(text).isEqualTo(10L << 30);
        }
        assertThat(Figures.parseBytes("0")).isZero();
    }

    @Test
    void parseBytes_anythingElse_saysHowToWriteIt() {
        for (String text : List.of("", "G", "-1", "10X", "1e3", "ten", "1.", "9".repeat(30))) {
            assertThatThrownBy(() -> Figures.parseBytes(text))
                    .hasMessage("write it like 500M, 10G or 1.5T, not '" + text + "'");
        }
    }

    @Test
    void time_ofAnyLength_isShort() {
        assertThat(List.of(
                                Duration.ZERO,
                                Duration.ofNanos(1500),
                                Duration.ofMillis(250),
                                Duration.ofMillis(12_340),
                                Duration.ofSeconds(61),
                                Duration.ofMinutes(150))
                        .stream()
                        .map(Figures::time))
                .containsExactly("0.0 µs", "1.5 µs", "250.0 ms", "12.3 s", "1 min 1 s", "2 h 30 min");
    }
}
