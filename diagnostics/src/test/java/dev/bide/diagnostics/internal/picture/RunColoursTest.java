package dev.bide.diagnostics.internal.picture;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.diagnostics.internal.picture.Legend.Piece;
import dev.bide.diagnostics.internal.picture.Look.Outline;
import dev.bide.diagnostics.internal.picture.Sketch.Item;
import dev.bide.diagnostics.internal.recording.NameTotals;
import dev.bide.diagnostics.internal.recording.Recorder;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.recording.State;
import dev.bide.graph.Plan;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pictures of runs: of each task, and of groups. */
@SuppressWarnings("serial") // javac guards whatever a package named internal passes as a serialisable lambda
class RunColoursTest {
    //     total
    //    /  |  \
    // check-1 check-2 check-3   each fails from some number on
    //   |     |     |
    // load-1 load-2 load-3
    private static Delayed<?> graph(int files, int fails) {
        var load = task(RunColoursTest::load);
        var check = task(RunColoursTest::check);
        List<Delayed<Integer>> checks = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            checks.add(check.call(load.call(i), fails));
        }
        return task(RunColoursTest::total).call(gather(checks));
    }

    private static int load(int file) {
        return file;
    }

    private static int check(int file, int fails) {
        if (file >= fails) {
            throw new IllegalArgumentException("file " + file);
        }
        return file;
    }

    private static int total(List<Integer> files) {
        return files.size();
    }

    private static Recording run(Delayed<?> graph, RunOptions options) {
        Recorder recorder = new Recorder();
        Run<?> run = Schedulers.sync().start(Plan.of(graph), options.listener(recorder));
        try {
            run.get();
        } catch (TaskFailedException failed) {
            assertThat(failed).hasMessageContaining("check");
        }
        return recorder.recording(null, List.of());
    }

    private static Recording run(Delayed<?> graph) {
        return run(graph, RunOptions.defaults().keepGoing());
    }

    private static List<String> labels(Sketch sketch) {
        return sketch.items().stream()
                .map(item -> String.join("|", item.label().lines()))
                .toList();
    }

    private static List<String> legend(Sketch sketch) {
        Legend legend = sketch.legend();
        assertThat(legend).isNotNull();
        return legend.pieces().stream()
                .map(Piece::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Item item(Sketch sketch, String label) {
        return sketch.items().stream()
                .filter(item -> item.label().lines().get(0).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " in " + labels(sketch)));
    }

    @Test
    void byState_oneTaskFails_marksItAndWhatIsNotRun() {
        Delayed<?> graph = graph(3, 2);
        Sketch sketch = TaskSketch.of(Plan.of(graph), true, Colours.byState(run(graph)));
        assertThat(item(sketch, "✗ check-3").look().outline()).isEqualTo(Outline.THICK);
        assertThat(item(sketch, "✗ check-3").title()).startsWith("check-3\nfailed\ncalled at");
        assertThat(item(sketch, "total").look().outline()).isEqualTo(Outline.DASHED);
        assertThat(item(sketch, "total").title()).startsWith("total\nnot run\n");
        assertThat(item(sketch, "check-1").look().outline()).isEqualTo(Outline.PLAIN);
        assertThat(legend(sketch)).containsExactly("✗ 1 failed", "1 not run", "5 done");
    }

    @Test
    void byState_runStopped_marksWhatWasCancelled() {
        Delayed<?> graph = graph(3, 0);
        Sketch sketch = TaskSketch.of(Plan.of(graph), true, Colours.byState(run(graph, RunOptions.defaults())));
        assertThat(legend(sketch)).containsExactly("✗ 1 failed", "1 not run", "4 cancelled", "1 done");
        assertThat(item(sketch, "check-3").look().outline()).isEqualTo(Outline.DOTTED);
    }

    @Test
    void byState_groups_sayHowManyOfEach() {
        Delayed<?> graph = graph(50, 20);
        Sketch sketch = GroupSketch.of(Plan.of(graph), Colours.byState(run(graph)));
        assertThat(labels(sketch)).containsExactly("load ×50", "✗ check ×50|30 failed", "total");
        assertThat(item(sketch, "✗ check ×50").look().outline()).isEqualTo(Outline.THICK);
        assertThat(legend(sketch)).containsExactly("✗ 30 failed", "1 not run", "70 done");
        assertThat(item(sketch, "load ×50").title()).startsWith("load ×50\ndone\nthe first of them ");
    }

    @Test
    void byState_groupRunInPart_hasTheOutlineOfTheRest() {
        Delayed<?> graph = graph(50, 20);
        Sketch sketch = GroupSketch.of(Plan.of(graph), Colours.byState(run(graph, RunOptions.defaults())));
        assertThat(labels(sketch))
                .containsExactly("load ×50|29 cancelled", "✗ check ×50|1 failed, 29 cancelled", "total");
        assertThat(item(sketch, "load ×50").look().outline()).isEqualTo(Outline.DOTTED);
        assertThat(item(sketch, "load ×50").look().fill())
                .isEqualTo(StateColours.face(State.DONE).look().fill());
        assertThat(item(sketch, "total").look().outline()).isEqualTo(Outline.DASHED);
    }

    @Test
    void byState_graphBuiltAgain_isKnownByItsKeys() {
        Recording run = run(graph(3, 3));
        Sketch sketch = TaskSketch.of(Plan.of(graph(4, 3)), true, Colours.byState(run));
        assertThat(legend(sketch)).containsExactly("7 done", "? 2 not in this run");
        assertThat(item(sketch, "? load-4").title()).startsWith("load-4\nnot in this run");
    }

    @Test
    void byTime_eachTask_saysHowLongItTook() {
        Delayed<?> graph = graph(3, 2);
        Plan plan = Plan.of(graph);
        Sketch sketch = TaskSketch.of(plan, true, Colours.byTime(run(graph)));
        assertThat(labels(sketch)).first().asString().matches("load-1\\|[\\d.]+ (ns|µs|ms|s)");
        assertThat(labels(sketch)).contains("total|not run");
        assertThat(item(sketch, "✗ check-3").label().lines()).hasSize(2);
        assertThat(legend(sketch)).hasSize(3).startsWith("time", "0");
    }

    private static Marks marks(Plan plan, int every, List<NameTotals> totals) {
        Marks marks = new Marks(plan, every, totals, State.CANCELLED);
        for (int task = 0; task < plan.size(); task += every) {
            marks.mark(task, State.DONE, plan.name(task).equals("load") ? 2_000_000 : 8_000_000, 1000 + task);
        }
        return marks;
    }

    private static Sketch grouped(Plan plan, Amount amount, Marks marks) {
        return GroupSketch.of(plan, new AmountColours(amount, new RunMarks(!marks.sampled(), ignored -> marks)));
    }

    @Test
    void byTime_groups_haveTheSumAndItsColour() {
        Plan plan = Plan.of(graph(50, 0));
        Sketch sketch = grouped(plan, Amount.TIME, marks(plan, 1, List.of()));
        assertThat(labels(sketch)).containsExactly("load ×50|100 ms", "check ×50|400 ms", "total|8 ms");
        assertThat(item(sketch, "check ×50").look()).isEqualTo(Shade.of(1));
        assertThat(item(sketch, "load ×50").look()).isEqualTo(Shade.of(0.25));
        assertThat(item(sketch, "check ×50").title()).startsWith("check ×50\ntime 400 ms\n");
        assertThat(legend(sketch)).containsExactly("total time", "0", "400 ms");
    }

    @Test
    void byBytes_noneKnown_saysSo() {
        Plan plan = Plan.of(graph(2, 0));
        Marks marks = new Marks(plan, 1, List.of(), State.CANCELLED);
        Colours.boxes(plan).forEach(task -> marks.mark(task, State.DONE, 5, Marks.UNKNOWN));
        Colours colours = new AmountColours(Amount.SIZE, new RunMarks(true, ignored -> marks));
        assertThat(labels(TaskSketch.of(plan, true, colours))).contains("load-1|size not known");
        assertThat(labels(GroupSketch.of(plan, colours))).contains("load ×2|size not known");
        assertThat(legend(GroupSketch.of(plan, colours))).containsExactly("total size", "0", "not known");
    }

    @Test
    void groups_onlySomeTasksHaveMarks_tellTheTotalsOfAll() {
        Plan plan = Plan.of(graph(50, 0));
        List<NameTotals> totals = List.of(
                new NameTotals("load", 50, 50, 0, 0, 0, 100_000_000, 2_000_000, 2_000_000, 2_000_000),
                new NameTotals("check", 50, 10, 1, 30, 0, 88_000_000, 8_000_000, 8_000_000, 8_000_000),
                new NameTotals("total", 1, 0, 0, 1, 0, 0, 0, 0, 0));
        Marks marks = marks(plan, 10, totals);
        assertThat(labels(grouped(plan, Amount.TIME, marks)))
                .containsExactly("load ×50|100 ms", "✗ check ×50|88 ms", "total|not run");
        Colours states = new StateColours(new RunMarks(false, ignored -> marks));
        assertThat(labels(GroupSketch.of(plan, states)))
                .containsExactly("load ×50", "✗ check ×50|1 failed, 30 not run,|9 cancelled", "total");
        assertThat(legend(GroupSketch.of(plan, states)))
                .containsExactly("✗ 1 failed", "31 not run", "9 cancelled", "60 done");
        assertThat(legend(grouped(plan, Amount.SIZE, marks)).get(0)).isEqualTo("total size, about");
    }

    @Test
    void byOrder_eachTask_hasItsPlace() {
        Plan plan = Plan.of(graph(2, 0));
        Sketch sketch = TaskSketch.of(plan, true, Colours.byOrder());
        assertThat(labels(sketch)).containsExactly("load-1|1", "check-1|2", "load-2|3", "check-2|4", "list", "total|5");
        assertThat(item(sketch, "total").look()).isEqualTo(Shade.of(1));
        assertThat(item(sketch, "load-1").look()).isEqualTo(Shade.of(0));
        assertThat(legend(sketch)).containsExactly("order", "1", "5");
        assertThat(labels(GroupSketch.of(plan, Colours.byOrder())))
                .containsExactly("load ×2|1 … 3", "check ×2|2 … 4", "total|5");
    }
}
