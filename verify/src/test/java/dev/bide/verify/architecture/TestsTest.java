package dev.bide.verify.architecture;

import dev.bide.verify.architecture.SourceFile.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How tests are written, those of the contract suites too. */
class TestsTest {
    @Test
    void tests_all_areNamedAfterMethodSituationAndOutcome() {
        new Rule(
                        "A test is named method_situation_outcome: compute_taskThrows_firstFailureIsTheCause.",
                        "name what is called, in which situation, and what comes of it, each in camelCase.")
                .check(House.breaches(tests(), TestNames::new));
    }

    @Test
    void tests_all_doNotSleep() {
        new Rule(
                        "No sleeps. A test waits for an event, a latch or the manual clock, never for time to pass.",
                        "let the task count down a latch, or move the manual clock.")
                .check(House.breaches(tests(), Sleeps::new));
    }

    private static Stream<SourceFile> tests() {
        return Stream.concat(
                House.sources(Kind.TEST),
                House.sources(Kind.MAIN).filter(file -> file.module().equals("testkit")));
    }
}
