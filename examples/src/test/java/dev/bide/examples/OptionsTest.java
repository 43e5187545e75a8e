package dev.bide.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bide.Schedulers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void scheduler_notAskedFor_isTheDefault() {
        assertThat(Options.of(new String[0]).scheduler()).isSameAs(Schedulers.defaultScheduler());
    }

    @Test
    void scheduler_named_isThatOne() {
        assertThat(Options.of(new String[] {"--scheduler", "sync"}).scheduler()).isSameAs(Schedulers.sync());
    }

    @Test
    void path_given_isIt() {
        assertThat(Options.of(new String[] {"--data", "here"}, "--data").path("--data"))
                .contains(Path.of("here"));
    }

    @Test
    void of_unknownOption_tellsTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(new String[] {"--date", "here"}, "--data"))
                .withMessageContainingAll("--date", "--data", "--scheduler");
    }

    @Test
    void of_valueMissing_saysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(new String[] {"--scheduler"}))
                .withMessage("--scheduler needs a value after it");
    }
}
