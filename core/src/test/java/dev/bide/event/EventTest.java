package dev.bide.event;

import static dev.bide.Bide.on;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.event.Event.GraphGrew;
import dev.bide.event.Event.RunEnded;
import dev.bide.event.Event.RunStarted;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTest {
    private final List<Event> events = new ArrayList<>();
    private final RunOptions options = RunOptions.defaults().listener(events::add);
    private final Task1<String, Integer> load =
            Task1.<String, Integer>of(Integer::valueOf).named("load");

    private static String brief(Event event) {
        if (event instanceof TaskEvent step) {
            return step.step() + " " + step.key();
        }
        return event.getClass().getSimpleName();
    }

    private List<String> brief() {
        return events.stream().map(EventTest::brief).toList();
    }

    // load
    //   |
    // half
    private final Delayed<Integer> half = on(load.call("4")).call(x -> x / 2).named("half");

    @Test
    void events_ofARun_areToldInOrder() {
        half.compute(Schedulers.sync(), options);

        assertThat(brief())
                .containsExactly(
                        "RunStarted",
                        "QUEUED load",
                        "STARTED load",
                        "FINISHED load",
                        "QUEUED half",
                        "STARTED half",
                        "FINISHED half",
                        "RELEASED load",
                        "RunEnded");
    }

    @Test
    void taskEvent_names_areThoseOfThePlan() {
        Plan plan = Plan.of(load.each(List.of("1", "2")));
        TaskEvent event = new TaskEvent(Event.Step.STARTED, plan, 1, 1, "worker", 7, 7, -1, null);

        assertThat(event.key()).isEqualTo(Key.of("load-2"));
        assertThat(event.name()).isEqualTo("load");
        assertThat(event.nanos()).isEqualTo(7);
    }

    @Test
    void nanos_oneAfterTheOther_neverGoBack() {
        half.compute(Schedulers.sync(), options);

        assertThat(events).extracting(Event::nanos).isSorted();
    }

    @Test
    void worker_onTheCallersThread_isItsName() {
        half.compute(Schedulers.sync(), options);

        assertThat(events)
                .filteredOn(TaskEvent.class::isInstance)
                .extracting(event -> ((TaskEvent) event).worker())
                .containsOnly(Thread.currentThread().getName());
    }

    // load ("x" is no number)
    @Test
    void events_ofATaskThatThrows_holdWhatItThrew() {
        Delayed<Integer> bad = load.retry(1).call("x");

        Throwable thrown = catchThrowable(() -> bad.compute(Schedulers.sync(), options));

        assertThat(brief())
                .containsExactly(
                        "RunStarted",
                        "QUEUED load",
                        "STARTED load",
                        "RETRIED load",
                        "STARTED load",
                        "FAILED load",
                        "RunEnded");
        assertThat(((TaskEvent) events.get(3)).failure()).isInstanceOf(NumberFormatException.class);
        assertThat(((TaskEvent) events.get(5)).failure()).isSameAs(thrown.getCause());
        assertThat(((RunEnded) events.get(6)).failure()).isSameAs(thrown).isInstanceOf(TaskFailedException.class);
    }

    // load
    //   |
    // thenDelayed => load
    @Test
    void events_ofAGraphThatGrows_nameWhoMadeItGrow() {
        load.call("1")
                .thenDelayed(x -> load.call("2").named("more"))
                .named("grow")
                .compute(Schedulers.sync(), options);

        GraphGrew grew = events.stream()
                .filter(GraphGrew.class::isInstance)
                .map(GraphGrew.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(grew.by().key()).isEqualTo(Key.of("grow"));
        assertThat(grew.plan().key(grew.plan().root())).isEqualTo(Key.of("more"));
    }

    @Test
    void runStarted_ofAPlan_holdsIt() {
        value(1).compute(Schedulers.sync(), options);

        RunStarted started = (RunStarted) events.get(0);
        assertThat(started.plan().size()).isOne();
        assertThat(started.at()).isNotNull();
    }

    @Test
    void listenerThatThrows_otherListener_hearsAll() {
        RunOptions both = RunOptions.defaults()
                .listener(event -> {
                    throw new IllegalStateException("thrown by a test's listener");
                })
                .listener(events::add);

        assertThat(half.compute(Schedulers.sync(), both)).isEqualTo(2);
        assertThat(events).hasSize(9);
    }

    // load
    //   |
    // half
    @Test
    void forRun_ofAListenerGivenToTwoRuns_isAskedForEach() {
        List<List<Event>> runs = new ArrayList<>();
        RunOptions shared = RunOptions.defaults().listener(new RunListener() {
            @Override
            public RunListener forRun() {
                List<Event> own = new ArrayList<>();
                runs.add(own);
                return own::add;
            }

            @Override
            public void on(Event event) {
                throw new AssertionError("not the listener of a run");
            }
        });

        half.compute(Schedulers.sync(), shared);
        half.compute(Schedulers.sync(), shared);

        assertThat(runs).hasSize(2).allSatisfy(own -> assertThat(own).hasSize(9));
    }
}
