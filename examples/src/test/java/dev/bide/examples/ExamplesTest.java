package dev.bide.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {
    @Test
    void all_always_listsTheProgramsByName() {
        assertThat(Examples.all())
                .extracting(Example::name)
                .containsExactly("pipeline", "nested-cv", "randomized-svd", "crawl", "resume");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "nested-cv", "randomized-svd", "crawl", "resume"})
    void main_unknownOption_tellsWhichThereAre(String name) {
        Example example = Examples.named(name).orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> example.main().run(new String[] {"--colour", "blue"}))
                .withMessageContainingAll("--colour", "--scheduler");
    }

    @Test
    void named_noneOfThem_isEmpty() {
        assertThat(Examples.named("Crawl")).isEmpty();
    }
}
