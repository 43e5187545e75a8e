package dev.bide.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Schedulers;
import dev.bide.examples.Classifier.Parameters;
import dev.bide.examples.Digits.Split;
import dev.bide.examples.NestedCrossValidation.Choice;
import dev.bide.examples.NestedCrossValidation.Report;
import dev.bide.examples.NestedCrossValidation.Setup;
import dev.bide.schedule.Scheduler;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestedCrossValidationTest {
    private static final List<Parameters> GRID = List.of(new Parameters(0.01, 0.001), new Parameters(4, 0.1));

    @ParameterizedTest
    @ValueSource(strings = {"sync", "threads(2)", "processes(2)"})
    void delayed_anyScheduler_reportsTheSameBitsAsTheLoops(String name) throws Exception {
        Setup setup = new Setup(200, 3, 2, GRID);
        try (Scheduler scheduler = Schedulers.named(name)) {
            Report report = NestedCrossValidation.delayed(setup).compute(scheduler);

            assertThat(report).isEqualTo(NestedCrossValidation.inSequence(setup));
            assertThat(report.outcomes())
                    .hasSize(3)
                    .allMatch(outcome -> outcome.choice().parameters().equals(GRID.get(1)));
            assertThat(report.accuracy()).isGreaterThan(0.9);
        }
    }

    @Test
    void load_all_givesTheWholeDataSet() throws Exception {
        Digits digits = Digits.load(Integer.MAX_VALUE, 1);

        assertThat(digits.images()).hasSize(1797);
        assertThat(digits.images()).allMatch(image -> image.pixels().length == 64);
        assertThat(digits.images().stream().filter(image -> image.digit() == 0)).hasSize(178);
    }

    @Test
    void split_allFolds_examinesEachImageOnce() throws Exception {
        Digits digits = Digits.load(100, 1);

        List<Split> splits =
                List.of(Digits.split(digits, 0, 3), Digits.split(digits, 1, 3), Digits.split(digits, 2, 3));

        assertThat(splits.stream().flatMap(split -> split.test().images().stream()))
                .containsExactlyInAnyOrderElementsOf(digits.images());
        assertThat(splits)
                .allMatch(split ->
                        split.train().images().size() + split.test().images().size() == 100);
    }

    @Test
    void argmax_tie_choosesTheFirst() {
        assertThat(NestedCrossValidation.argmax(GRID, List.of(0.5, 0.5))).isEqualTo(new Choice(GRID.get(0), 0.5));
    }
}
