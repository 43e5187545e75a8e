package dev.bide.testkit;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Schedulers;
import dev.bide.event.Event;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.schedule.Progress;
import dev.bide.schedule.RunOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The invariants hold for the events of a real run, and for none of its distortions. */
class RunInvariantsTest {
    private final List<Event> events = new ArrayList<>();

    //   a --> b
    @BeforeEach
    void record() {
        var b = task(() -> 1).named("a").call().then(x -> x).named("b");
        b.compute(Schedulers.sync(), RunOptions.defaults().listener(events::add));
    }

    private RunInvariants replay() {
        RunInvariants invariants = RunInvariants.inTurn();
        events.forEach(invariants::on);
        return invariants;
    }

    private TaskEvent of(String name, Step step) {
        return events.stream()
                .filter(TaskEvent.class::isInstance)
                .map(TaskEvent.class::cast)
                .filter(event -> event.name().equals(name) && event.step() == step)
                .findFirst()
                .orElseThrow();
    }

    private void assertBroken(String... texts) {
        var thrown = assertThatThrownBy(() -> replay().check()).isInstanceOf(AssertionError.class);
        for (String text : texts) {
            thrown.hasMessageContaining(text);
        }
    }

    @Test
    void check_eventsOfARealRun_holds() {
        assertThatCode(() -> replay().check(new Progress(2, 2, 0, 0, 0))).doesNotThrowAnyException();
    }

    @Test
    void check_countsDiffer_fails() {
        assertThatThrownBy(() -> replay().check(new Progress(3, 2, 0, 0, 0)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tasks told: 2");
    }

    @Test
    void check_aStepIsMissing_fails() {
        for (Step step : List.of(Step.QUEUED, Step.STARTED, Step.FINISHED, Step.RELEASED)) {
            List<Event> all = List.copyOf(events);
            events.remove(of("a", step));
            assertBroken("a (task 0 of 2)");
            events.clear();
            events.addAll(all);
        }
    }

    @Test
    void check_aStepIsToldTwice_fails() {
        for (Event event : List.copyOf(events)) {
            List<Event> all = List.copyOf(events);
            events.add(events.indexOf(event), event);
            assertThatThrownBy(() -> replay().check()).as(event.toString()).isInstanceOf(AssertionError.class);
            events.clear();
            events.addAll(all);
        }
    }

    @Test
    void check_dependentStartsTooEarly_fails() {
        TaskEvent finished = of("a", Step.FINISHED);
        events.remove(finished);
        events.add(events.indexOf(of("b", Step.STARTED)) + 1, finished);
        assertBroken("started before its dependencies finished: b");
    }

    @Test
    void check_releasedTooEarly_fails() {
        TaskEvent released = of("a", Step.RELEASED);
        events.remove(released);
        events.add(events.indexOf(of("b", Step.STARTED)), released);
        assertBroken("released before a dependent had it: a");
    }

    @Test
    void check_endIsMissing_fails() {
        events.remove(events.size() - 1);
        assertBroken("the run has not ended");
    }

    @Test
    void check_startIsNotFirst_fails() {
        events.add(1, events.remove(0));
        assertBroken("told before the start of the run");
    }

    @Test
    void check_toldAfterTheEnd_fails() {
        events.add(of("a", Step.RELEASED));
        assertBroken("told after the end of the run");
    }

    //   a: fails, and falls back
    @Test
    void check_fellBackTwiceOrTriedAgainThen_fails() {
        events.clear();
        task(() -> Integer.parseInt("x"))
                .named("a")
                .call()
                .fallback(1)
                .compute(Schedulers.sync(), RunOptions.defaults().listener(events::add));
        assertThatCode(() -> replay().check(new Progress(1, 1, 0, 0, 0))).doesNotThrowAnyException();
        TaskEvent fell = of("a", Step.FELL_BACK);
        events.add(events.indexOf(fell), fell);
        assertBroken("FELL_BACK after it fell back: a");
        events.remove(fell);
        TaskEvent started = of("a", Step.STARTED);
        events.remove(fell);
        events.add(events.indexOf(started), fell);
        assertBroken("FELL_BACK and never started: a", "started after it fell back: a");
    }
}
