package dev.bide.examples;

import static dev.bide.Bide.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bide.Schedulers;
import dev.bide.schedule.Scheduler;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void scheduler_notAskedFor_isTheDefaultAndStaysOpen() {
        Scheduler one = Schedulers.threads(1);
        Schedulers.setDefault(one);
        try {
            Scheduler lent = Options.of(new String[0]).scheduler();
            lent.close();

            assertThat(lent).hasToString(one.toString());
            assertThat(on(1).call(x -> x + 1).compute(lent)).isEqualTo(2);
        } finally {
            Schedulers.setDefault(null);
            one.close();
        }
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
