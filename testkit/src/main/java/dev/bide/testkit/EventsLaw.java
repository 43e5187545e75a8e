package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bide.Delayed;
import dev.bide.event.ConcurrentListener;
import dev.bide.event.Event;
import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.event.RunListener;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One event stream: first the start, last the end, each task's steps in order, all of it before the result is out. */
abstract class EventsLaw extends Law {
    EventsLaw(SchedulerContract contract) {
        super(contract);
    }

    /** Hears one run; a plain list, because events come one at a time and the last before the result. */
    private static final class Heard implements RunListener {
        final List<Event> events = new ArrayList<>();

        @Override
        public void on(Event event) {
            events.add(event);
        }

        List<Step> stepsOf(String name) {
            return tasks().stream()
                    .filter(of -> of.name().equals(name))
                    .map(TaskEvent::step)
                    .toList();
        }

        List<TaskEvent> tasks() {
            return events.stream()
                    .filter(TaskEvent.class::isInstance)
                    .map(TaskEvent.class::cast)
                    .toList();
        }
    }

    private Heard hear(Delayed<?> root) {
        Heard heard = new Heard();
        compute(root, RunOptions.defaults().listener(heard));
        return heard;
    }

    private static int fail() throws IOException {
        throw new IOException("boom");
    }

    //   a --> b
    @Test
    void listener_twoTasks_hearsEachStepInOrder() {
        Heard heard = hear(task(() -> 1).named("a").call().then(x -> x).named("b"));
        assertThat(heard.events.get(0)).isInstanceOf(RunStarted.class);
        assertThat(heard.events.get(heard.events.size() - 1)).isInstanceOf(RunEnded.class);
        assertThat(heard.stepsOf("a")).containsExactly(Step.QUEUED, Step.STARTED, Step.FINISHED, Step.RELEASED);
        assertThat(heard.stepsOf("b")).containsExactly(Step.QUEUED, Step.STARTED, Step.FINISHED);
        assertThat(heard.events).hasSize(9);
    }

    @Test
    void listener_runEnds_hearsNoFailure() {
        Heard heard = hear(task(() -> 1).call());
        assertThat(((RunEnded) heard.events.get(heard.events.size() - 1)).failure())
                .isNull();
    }

    @Test
    void listener_taskThrows_hearsWhatGetThrows() {
        Heard heard = new Heard();
        TaskFailedException failed = thrown(
                TaskFailedException.class,
                task(EventsLaw::fail).named("bad").call(),
                RunOptions.defaults().listener(heard));
        assertThat(((RunEnded) heard.events.get(heard.events.size() - 1)).failure())
                .isSameAs(failed);
        assertThat(heard.stepsOf("bad")).containsExactly(Step.QUEUED, Step.STARTED, Step.FAILED);
        assertThat(heard.tasks().get(2).failure()).isInstanceOf(IOException.class);
    }

    @Test
    void listener_taskIsTriedAgain_hearsEachAttempt() {
        Heard heard = new Heard();
        thrown(
                TaskFailedException.class,
                task(EventsLaw::fail).named("bad").retry(2).call(),
                RunOptions.defaults().listener(heard));
        assertThat(heard.stepsOf("bad")).contains(Step.RETRIED).endsWith(Step.FAILED);
        assertThat(heard.stepsOf("bad").stream().filter(Step.RETRIED::equals)).hasSize(2);
    }

    @Test
    void listener_eachTask_hearsWhereAndWhenItRan() {
        Heard heard = hear(task(() -> Thread.currentThread().getName())
                .call()
                .then(name -> name)
                .named("named"));
        assertThat(heard.tasks()).allMatch(of -> !of.worker().isEmpty());
        RunStarted started = (RunStarted) heard.events.get(0);
        assertThat(started.at()).isNotNull();
        assertThat(started.plan().size()).isEqualTo(2);
    }

    //   one --> grown --> (grows to) a --> b
    @Test
    void listener_graphGrows_hearsTheAddition() {
        Delayed<Integer> grown = task(() -> 1)
                .call()
                .thenDelayed(
                        x -> task(() -> x).named("a").call().then(y -> y + 1).named("b"))
                .named("grown");
        Heard heard = hear(grown.then(x -> x));
        List<GraphGrew> growth = heard.events.stream()
                .filter(GraphGrew.class::isInstance)
                .map(GraphGrew.class::cast)
                .toList();
        assertThat(growth).hasSize(1);
        assertThat(growth.get(0).plan().size()).isEqualTo(2);
        assertThat(growth.get(0).by().name()).isEqualTo("grown");
        assertThat(heard.stepsOf("a")).containsExactly(Step.QUEUED, Step.STARTED, Step.FINISHED, Step.RELEASED);
        assertThat(heard.stepsOf("grown")).containsExactly(Step.QUEUED, Step.STARTED, Step.FINISHED, Step.RELEASED);
    }

    @Test
    void listener_throws_isDroppedAndTheRunGoesOn() {
        Tally heard = new Tally();
        Heard other = new Heard();
        RunOptions options = RunOptions.defaults()
                .listener(event -> {
                    heard.of("heard", true);
                    throw new IllegalStateException("a listener's own fault; the log shows it once");
                })
                .listener(other);
        assertThat(compute(task((Integer x) -> x).each(List.of(1, 2, 3)), options))
                .containsExactly(1, 2, 3);
        assertThat(heard.of("heard")).isEqualTo(1);
        assertThat(other.events.get(other.events.size() - 1)).isInstanceOf(RunEnded.class);
    }

    //   w w .. w      a thousand tasks; a list that is not safe to share hears them
    @Test
    void listener_manyTasksAtOnce_hearsOneEventAtATimeAndAllBeforeTheResult() {
        Heard heard = hear(task((Integer i) -> i)
                .named("w")
                .each(IntStream.range(0, 1_000).boxed().toList()));
        assertThat(heard.stepsOf("w")).hasSize(4_000);
        assertThat(heard.events.get(heard.events.size() - 1)).isInstanceOf(RunEnded.class);
    }

    @Test
    void listener_computesItself_isServed() {
        List<Integer> results = new ArrayList<>();
        Delayed<Integer> small = task(() -> 7).call();
        RunOptions options = RunOptions.defaults().listener(event -> {
            if (event instanceof RunEnded) {
                results.add(small.compute(dev.bide.Schedulers.sync()));
            }
        });
        assertThat(compute(gather(List.of(task(() -> 1).call())), options)).containsExactly(1);
        assertThat(results).containsExactly(7);
    }

    @Test
    void listener_ofARunThatFails_hearsTheEndBeforeGetThrows() {
        Heard heard = new Heard();
        assertThrows(
                TaskFailedException.class,
                () -> compute(
                        gather(List.of(
                                task(EventsLaw::fail).call(), task(() -> 1).call())),
                        RunOptions.defaults().listener(heard)));
        assertThat(heard.events.get(heard.events.size() - 1)).isInstanceOf(RunEnded.class);
    }

    /** Hears some steps, at once. */
    private static final class Counted extends ConcurrentListener {
        private final Map<String, Integer> told = new ConcurrentHashMap<>();

        Counted(Step... steps) {
            super(Set.of(steps));
        }

        @Override
        public void on(Event event) {
            String what = event instanceof TaskEvent of
                    ? of.step().name()
                    : event.getClass().getSimpleName();
            told.merge(what, 1, Integer::sum);
        }
    }

    //   a ×100 --> list
    @Test
    void concurrentListener_wideGraph_hearsEachOfItsStepsOnce() {
        Counted counted = new Counted(Step.FINISHED, Step.RELEASED);
        compute(
                task((Integer x) -> x).each(IntStream.range(0, 100).boxed().toList()),
                RunOptions.defaults().listener(counted));
        assertThat(counted.told)
                .containsOnly(
                        Map.entry("RunStarted", 1),
                        Map.entry("FINISHED", 101),
                        Map.entry("RELEASED", 100),
                        Map.entry("RunEnded", 1));
    }

    //   a
    @Test
    void concurrentListener_thatThrows_hearsNoMoreAndTheRunGoesOn() {
        AtomicInteger heard = new AtomicInteger();
        RunListener broken = new RunListener() {
            @Override
            public void on(Event event) {
                heard.incrementAndGet();
                throw new IllegalStateException("thrown by a test's listener");
            }

            @Override
            public boolean concurrent() {
                return true;
            }
        };
        assertThat(compute(task(() -> 1).call(), RunOptions.defaults().listener(broken)))
                .isEqualTo(1);
        assertThat(heard).hasValue(1);
    }

    //   a, which fails at first
    @Test
    void listener_taskTriedAgain_hearsWhichAttemptItIs() {
        Tally calls = new Tally();
        Heard heard = hear(task(() -> calls.next("a") == 1 ? fail() : 7)
                .named("a")
                .retry(1)
                .call());
        assertThat(heard.stepsOf("a"))
                .containsExactly(Step.QUEUED, Step.STARTED, Step.RETRIED, Step.STARTED, Step.FINISHED);
        assertThat(heard.tasks()).extracting(TaskEvent::attempt).containsExactly(1, 1, 1, 2, 2);
        assertThat(heard.tasks()).allSatisfy(event -> assertThat(event.began()).isLessThanOrEqualTo(event.nanos()));
    }

    //   a
    @Test
    void listener_resultOfKnownSize_hearsIt() {
        Heard heard = hear(task(() -> new double[1000]).named("a").call());
        assertThat(heard.tasks())
                .filteredOn(event -> event.step() == Step.FINISHED)
                .extracting(TaskEvent::bytes)
                .singleElement()
                .satisfies(bytes -> assertThat(bytes).isBetween(8000L, 8100L));
    }
}
