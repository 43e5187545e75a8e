package dev.bide;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.graph.Act1;
import dev.bide.graph.Fn1;
import dev.bide.graph.Fn2;
import dev.bide.graph.TaskGraph;
import dev.bide.schedule.Scheduler;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** {@code null} where there must be something is refused at once, with a text that says what to do. */
class NullsTest {
    private static final Delayed<String> NONE = null;

    private final Task1<String, Integer> length = task(String::length);
    private final Task2<String, String, String> concat = task(String::concat);

    private static void assertRefused(ThrowingCallable call, String text) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(text);
    }

    private static void assertNoDelayed(ThrowingCallable call, int position) {
        assertRefused(
                call,
                "argument " + position + " is null where a Delayed is expected. Pass value(null) for the value null.");
    }

    @Test
    void each_aPath_isRefused() {
        Task1<Path, Path> name = task(Path::getFileName);

        assertThatThrownBy(() -> name.each(Path.of("a", "b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("each(a/b) would make a call for each name in the path."
                        + " Pass List.of(path) to call with the path itself.");
    }

    @Test
    void call_nullForADelayed_isRefused() {
        assertNoDelayed(() -> length.call(NONE), 1);
        assertNoDelayed(() -> concat.call("a", NONE), 2);
        assertNoDelayed(() -> concat.call(NONE, value("b")), 1);
        assertNoDelayed(() -> concat.each(List.of("a"), NONE), 2);
    }

    @Test
    void on_nullForADelayed_isRefused() {
        assertNoDelayed(() -> on(NONE), 1);
        assertNoDelayed(() -> on("a", value("b"), NONE), 3);
        assertNoDelayed(() -> on(value(1), value(2), value(3), value(4), value(5), NONE), 6);
    }

    @Test
    void zip_null_isRefused() {
        assertNoDelayed(() -> value("a").zip(NONE, String::concat), 1);
    }

    @Test
    void after_null_isRefused() {
        assertNoDelayed(() -> value("a").after(value("b"), NONE), 2);
        assertNoDelayed(() -> length.each(List.of("a")).after(NONE), 1);
    }

    @Test
    void gather_nullInACollection_isRefused() {
        assertNoDelayed(() -> gather(Arrays.asList(value("a"), null)), 2);
    }

    @Test
    void gather_nullInAMap_isRefused() {
        Map<String, Delayed<String>> map = new HashMap<>();
        map.put("a", null);

        assertThatThrownBy(() -> gather(map))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("is null where a Delayed is expected. Pass value(null) for the value null.");
    }

    @Test
    void compute_nullAmongTheRoots_isRefused() {
        assertNoDelayed(() -> Bide.compute(value("a"), NONE), 2);
    }

    @Test
    void each_nullElements_areRefused() {
        String text = "the elements to call with are null: pass an empty list for no calls";

        assertRefused(() -> length.each((Iterable<String>) null), text);
        assertRefused(() -> length.each((DelayedList<String>) null), text);
        assertRefused(() -> gather((Collection<Delayed<String>>) null), text);
        assertRefused(() -> gather((Map<String, Delayed<String>>) null), text);
    }

    @Test
    void call_nullFunction_isRefused() {
        String text = "the function is null";

        assertRefused(() -> on("a").call((Fn1<String, String>) null), text);
        assertRefused(() -> on("a").run((Act1<String>) null), text);
        assertRefused(() -> value("a").then(null), text);
        assertRefused(() -> value("a").thenDelayed(null), text);
        assertRefused(() -> value("a").zip(value("b"), (Fn2<String, String, String>) null), text);
        assertRefused(() -> length.each(List.of("a")).each(null), text);
    }

    @Test
    void named_nullOrEmpty_isRefused() {
        assertRefused(() -> value("a").named(null), "a key is null: give each node a name");
        assertThatThrownBy(() -> value("a").named(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key is empty: give each node a name");
    }

    // value(a) -> thenDelayed
    @Test
    void thenDelayed_functionGivesNull_saysWhatToGive() {
        Delayed<String> call = value("a").thenDelayed(x -> NONE);

        assertThatThrownBy(() -> call.compute(Schedulers.sync()))
                .hasRootCauseInstanceOf(NullPointerException.class)
                .hasRootCauseMessage(
                        "the function of thenDelayed gave null where a Delayed is expected: give value(null)"
                                + " for the value null");
    }

    @Test
    void compute_nullSchedulerOrOptions_isRefused() {
        String noScheduler = "the scheduler is null: leave it out to use the default one";

        assertRefused(() -> value("a").compute((Scheduler) null), noScheduler);
        assertRefused(() -> value("a").start(null), noScheduler);
        assertRefused(() -> value("a").persist(null), noScheduler);
        assertRefused(() -> length.each(List.of("a")).compute((Scheduler) null), noScheduler);
        assertRefused(() -> Bide.compute((Scheduler) null, value("a")), noScheduler);
        assertRefused(() -> value("a").compile().compute(null), noScheduler);
        assertRefused(
                () -> value("a").compute(Schedulers.sync(), null),
                "the options are null: use RunOptions.defaults() for none");
        assertRefused(
                () -> value("a").start(Schedulers.sync()).get(null),
                "the time to wait is null: use get() to wait for as long as it takes");
    }

    @Test
    void compute_nullForAnArray_isRefused() {
        String noRoots = "what to compute is null: pass at least one Delayed";

        assertRefused(() -> Bide.compute((Delayed<String>[]) null), noRoots);
        assertRefused(() -> Bide.compute(Schedulers.sync(), (Delayed<String>[]) null), noRoots);
        assertRefused(() -> value("a").after((Delayed<?>[]) null), "the calls to run after are null");
        assertRefused(() -> Bide.refs((String[]) null), "the keys are null: give the key of each node");
        assertRefused(
                () -> TaskGraph.builder().put("a", length, (Object[]) null),
                "the arguments of node 'a' are null. If its one argument is null, write (Object) null.");
    }

    @Test
    void delayed_nullOrPrimitiveType_isRefused() {
        TaskGraph graph = TaskGraph.builder().put("a", 1).build();
        String noType = "the type of the result is null: use Object.class for any";
        String primitive = "results are objects, and none is of the primitive type int. Ask for java.lang.Integer.";

        assertRefused(() -> Bide.delayed(graph, "a", null), noType);
        assertRefused(() -> Schedulers.sync().get(graph, "a", null), noType);
        assertThatThrownBy(() -> Bide.delayed(graph, "a", int.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(primitive);
        assertThatThrownBy(() -> Schedulers.sync().get(graph, "a", int.class)).hasMessage(primitive);
    }
}
