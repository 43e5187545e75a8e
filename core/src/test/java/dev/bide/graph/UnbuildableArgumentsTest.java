package dev.bide.graph;

import static dev.bide.Bide.on;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.schedule.TaskFailedException;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Structures that cannot be built from the results fail the task that needs them, with a text that says why. */
class UnbuildableArgumentsTest {
    private final Delayed<Integer> one = on(0).call(x -> x + 1);
    private final Delayed<Integer> alsoOne = on(2).call(x -> x - 1);

    record Positive(Object number) {
        Positive {
            if (number instanceof Integer value && value < 2) {
                throw new IllegalArgumentException("too small");
            }
        }
    }

    record Names(List<Object> names, CharSequence first) {}

    /** The function is called with the arguments that a run would give it. */
    private static Throwable thrownBy(Node call, Object... results) {
        return catchThrowable(() -> Plan.of(call).call(results.length, Results.of(results)));
    }

    // one  alsoOne
    //   \  /
    //  x -> x
    @Test
    void call_mapKeysThatBecomeEqual_areRefused() {
        Node call = on(Map.of(one, "a", alsoOne, "b")).call(x -> x);

        assertThat(thrownBy(call, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a map whose keys are Delayed had 2 keys when it was built and has only 1 different ones now"
                                + " that they are computed. Use keys with different results, or a list of entries.");
    }

    // one
    //  |
    // x -> x
    @Test
    void call_recordWhoseConstructorThrows_saysWhich() {
        Node call = on(new Positive(one)).call(x -> x);

        assertThat(thrownBy(call, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot build the record " + Positive.class.getName()
                        + " from computed values: its constructor threw,"
                        + " its package is not open to dev.bide.core, or a value has the wrong type.")
                .hasRootCauseMessage("too small");
    }

    // one
    //  |
    // x -> x
    @Test
    void compute_recordWhoseConstructorThrows_failsTheTask() {
        Delayed<Object> call = on((Object) new Positive(one)).call(x -> x);

        assertThatThrownBy(() -> call.compute(Schedulers.sync()))
                .isInstanceOf(TaskFailedException.class)
                .hasRootCauseMessage("too small");
    }

    // one  alsoOne
    //   \  /
    //  x -> x
    @Test
    void compute_mapKeysThatBecomeEqual_failsTheTask() {
        Delayed<Object> call = on((Object) Map.of(one, "a", alsoOne, "b")).call(x -> x);

        assertThatThrownBy(() -> call.compute(Schedulers.sync()))
                .isInstanceOf(TaskFailedException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    // one
    //  |
    // x -> x
    @Test
    void compute_arrayThatCannotHoldWhatIsMade_failsTheTask() {
        SimpleEntry<?, ?>[] entries = {new SimpleEntry<>("a", one)};
        Delayed<Object> call = on((Object) entries).call(x -> x);

        assertThatThrownBy(() -> call.compute(Schedulers.sync()))
                .isInstanceOf(TaskFailedException.class)
                .hasCauseInstanceOf(ArrayStoreException.class);
    }

    // one
    //  |
    // x -> x
    @Test
    void call_recordOfAClassThatIsNotPublic_isBuilt() {
        Names names = new Names(List.of(one), "first");

        assertThat(on(names).call(x -> x).compute(Schedulers.sync())).isEqualTo(new Names(List.of(1), "first"));
        assertThat(on(new Names(List.of(value("a")), "b")).call(Names::first).compute(Schedulers.sync()))
                .isEqualTo("b");
    }
}
