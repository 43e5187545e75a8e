package dev.bide.diagnostics.internal.terminal;

import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.terminal.Failing.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.diagnostics.internal.recording.Told;
import dev.bide.event.Event.Step;
import dev.bide.graph.Key;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RootCauseTest {
    private static List<List<String>> causes(Throwable... thrown) {
        Told told = Told.run(
                step("fit").each(IntStream.range(0, thrown.length).boxed().toList()));
        List<TaskFailedException> failures = new ArrayList<>();
        for (int i = 0; i < thrown.length; i++) {
            told.threw(Step.FAILED, "fit-" + (i + 1), 1, "w1", 0, 1, thrown[i]);
            failures.add(told.failure("fit-" + (i + 1), i));
        }
        return RootCause.of(failures).stream()
                .map(cause -> {
                    List<String> keys =
                            new ArrayList<>(List.of(cause.first().key().name()));
                    cause.others().stream().map(Key::name).forEach(keys::add);
                    return keys;
                })
                .toList();
    }

    @Test
    void of_oneTypeInOnePlace_isOneCause() {
        assertThat(causes(
                        at(new IllegalStateException("gamma 1"), "com.acme.Svm", "com.acme.Cv"),
                        at(new IllegalStateException("gamma 2"), "com.acme.Svm")))
                .containsExactly(List.of("fit-1", "fit-2"));
    }

    @Test
    void of_otherTypesOrPlaces_areOtherCauses() {
        assertThat(causes(
                        at(new IllegalStateException(), "com.acme.Svm"),
                        at(new IllegalArgumentException(), "com.acme.Svm"),
                        at(new IllegalStateException(), "com.acme.Cv"),
                        at(new IllegalArgumentException(), "com.acme.Svm")))
                .containsExactly(List.of("fit-1"), List.of("fit-2", "fit-4"), List.of("fit-3"));
    }

    @Test
    void of_thrownByTheJdk_areToldApartByWhoCalledIt() {
        assertThat(causes(
                        at(new NumberFormatException(), "java.lang.Integer", "com.acme.Load"),
                        at(new NumberFormatException(), "java.lang.Integer", "com.acme.Score"),
                        at(new NumberFormatException(), "java.lang.Integer", "com.acme.Load")))
                .containsExactly(List.of("fit-1", "fit-3"), List.of("fit-2"));
    }

    @Test
    void of_methodsOfTheJdkAsTasks_areToldApartByTheMethod() {
        assertThat(causes(
                        at(new NumberFormatException(), "java.lang.Integer"),
                        at(new NumberFormatException(), "java.lang.Long"),
                        at(new NumberFormatException(), "java.lang.Integer")))
                .containsExactly(List.of("fit-1", "fit-3"), List.of("fit-2"));
    }

    @Test
    void of_exceptionsWithoutAStack_areCausesOfTheirOwn() {
        Throwable one = new IllegalStateException();
        one.setStackTrace(new StackTraceElement[0]);
        Throwable two = new IllegalStateException();
        two.setStackTrace(new StackTraceElement[0]);

        assertThat(causes(one, two)).hasSize(2);
    }
}
