package dev.bide.graph;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task0;
import dev.bide.Task1;
import dev.bide.Task2;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private final Task0<Integer> read = task(() -> 1).named("read");
    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1).named("inc");
    private final Task2<Integer, Integer, Integer> add =
            task((Integer x, Integer y) -> x + y).named("add");

    //   read
    //   /  \
    // inc  inc
    //   \  /
    //   add
    @Test
    void of_diamond_numbersEachAfterItsDependencies() {
        Delayed<Integer> source = read.call();
        Plan plan = Plan.of(add.call(inc.call(source), inc.call(source)));

        assertThat(plan.size()).isEqualTo(4);
        assertThat(plan.root()).isEqualTo(3);
        assertThat(plan.name(0)).isEqualTo("read");
        assertThat(plan.dependencyStart()).containsExactly(0, 0, 1, 2, 4);
        assertThat(plan.dependencies()).containsExactly(0, 0, 1, 2);
        assertThat(plan.dependentStart()).containsExactly(0, 2, 3, 4, 4);
        assertThat(plan.dependents()).containsExactly(1, 2, 3, 3);
    }

    // read
    //  ||
    // add
    @Test
    void of_oneResultUsedTwice_hasAnEntryForEachUse() {
        Delayed<Integer> source = read.call();
        Plan plan = Plan.of(add.call(source, source));

        assertThat(plan.dependencies()).containsExactly(0, 0);
        assertThat(plan.dependents()).containsExactly(1, 1);
        assertThat(plan.arguments(1, Results.of(5, null))).containsExactly(5, 5);
    }

    // read   value(2)
    //    \   /
    //     add
    @Test
    void of_value_isFoldedIntoItsUser() {
        Plan plan = Plan.of(add.call(read.call(), value(2)));

        assertThat(plan.size()).isEqualTo(2);
        assertThat(plan.dependencies()).containsExactly(0);
        assertThat(plan.arguments(1, Results.of(5, null))).containsExactly(5, 2);
    }

    // value(2)
    @Test
    void of_valueAsRoot_isATask() throws Exception {
        Delayed<Integer> two = value(2);
        Plan plan = Plan.of(two);

        assertThat(plan.size()).isOne();
        assertThat(plan.call(0, Results.none(1))).isEqualTo(2);
        assertThat(Plan.isValue(two)).isTrue();
        assertThat(Plan.valueOf(two)).isEqualTo(2);
        assertThat(Plan.isValue(read.call())).isFalse();
    }

    // read   (inc: not needed)
    //   |
    //  inc
    @Test
    void of_root_leavesOutWhatItDoesNotNeed() {
        Delayed<Integer> source = read.call();
        Delayed<Integer> needed = inc.call(source);
        inc.call(source);

        assertThat(Plan.of(needed).size()).isEqualTo(2);
    }

    // read  read
    //   |    |     inc runs after the second read
    //   inc--+
    @Test
    void of_after_isADependencyButNoArgument() {
        Plan plan = Plan.of(inc.call(read.call()).after(read.call()));

        assertThat(plan.dependencies()).containsExactly(0, 1);
        assertThat(plan.arguments(2, Results.of(7, 8, null))).containsExactly(7);
    }

    // read  read
    //    \  /
    //    list
    @Test
    void gathers_list_isTrueForTheListAlone() {
        Plan plan = Plan.of(gather(List.of(read.call(), read.call())));

        assertThat(List.of(plan.gathers(0), plan.gathers(1), plan.gathers(2))).containsExactly(false, false, true);
    }

    // read
    //   |
    // inc   (imported: another plan computes it)
    //   |
    // inc
    @Test
    void of_knownNode_isImportedAndNotWalked() throws Exception {
        Delayed<Integer> known = inc.call(read.call());
        Plan plan = Plan.of(inc.call(known), known::equals);

        assertThat(plan.size()).isEqualTo(2);
        assertThat(List.of(plan.imported(0), plan.imported(1))).containsExactly(true, false);
        assertThat(plan.call(0, Results.of(5, null))).isEqualTo(5);
        assertThat(plan.call(1, Results.of(5, null))).isEqualTo(6);
    }

    // read
    //   |
    // thenDelayed
    @Test
    void expanding_thenDelayed_isTrue() {
        Plan plan = Plan.of(read.call().thenDelayed(x -> value(x)));

        assertThat(plan.expanding()).isTrue();
        assertThat(List.of(plan.expands(0), plan.expands(1))).containsExactly(false, true);
        assertThat(Plan.of(read.call()).expanding()).isFalse();
    }

    // 200 tasks, each of two results before it
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void dependents_randomGraph_areTheDependenciesTheOtherWayRound(long seed) {
        Plan plan = Plan.of(gather(randomCalls(new Random(seed))));
        List<List<Integer>> expected = new ArrayList<>();
        for (int task = 0; task < plan.size(); task++) {
            expected.add(new ArrayList<>());
            for (int p = plan.dependencyStart()[task]; p < plan.dependencyStart()[task + 1]; p++) {
                assertThat(plan.dependencies()[p]).isLessThan(task);
                expected.get(plan.dependencies()[p]).add(task);
            }
        }

        for (int task = 0; task < plan.size(); task++) {
            assertThat(row(plan, task)).isEqualTo(expected.get(task));
        }
    }

    private static List<Integer> row(Plan plan, int task) {
        List<Integer> row = new ArrayList<>();
        for (int p = plan.dependentStart()[task]; p < plan.dependentStart()[task + 1]; p++) {
            row.add(plan.dependents()[p]);
        }
        return row;
    }

    private List<Delayed<Integer>> randomCalls(Random random) {
        List<Delayed<Integer>> calls = new ArrayList<>(List.of(on(1).call(x -> x)));
        while (calls.size() < 200) {
            calls.add(add.call(calls.get(random.nextInt(calls.size())), calls.get(random.nextInt(calls.size()))));
        }
        return calls;
    }
}
