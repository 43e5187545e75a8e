package dev.bide.order;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.graph.Plan;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RanksTest {
    private static Delayed<Integer> call(String name) {
        return task(() -> 1).named(name).call();
    }

    private static Delayed<Integer> after(String name, Delayed<Integer> needed) {
        return needed.then(x -> x).named(name);
    }

    private static List<String> order(Delayed<?> root) {
        Plan plan = Plan.of(root);
        return Arrays.stream(Order.of(plan)).mapToObj(plan::name).toList();
    }

    //   a(5) --> list       what a list holds is not made more urgent by it
    //   b    ------^
    @Test
    void of_highPriorityInAList_isPutOff() {
        Plan plan = Plan.of(gather(List.of(call("a").priority(5), call("b"))));
        assertThat(plan.ranked()).isTrue();
        assertThat(Ranks.of(plan, Integer.MAX_VALUE)).startsWith(5, 0);
        assertThat(order(gather(List.of(call("a").priority(5), call("b"))))).startsWith("b", "a");
    }

    //   a --> b --> c(-1)        x --> y(-2)
    @Test
    void of_urgentTask_makesWhatItNeedsAsUrgent() {
        Delayed<?> root = gather(List.of(
                after("c", after("b", call("a"))).priority(-1),
                after("y", call("x")).priority(-2)));
        assertThat(order(root)).startsWith("x", "y", "a", "b", "c");
    }

    //   a(3) --> b        b has the usual priority and needs a
    @Test
    void of_highPriorityThatOthersNeed_isAsUrgentAsThose() {
        Plan plan = Plan.of(after("b", call("a").priority(3)));
        assertThat(Ranks.of(plan, Integer.MAX_VALUE)).containsExactly(0, 0);
        assertThat(Ranks.of(plan, -4)).containsExactly(-4, -4);
    }

    @Test
    void any_noPriorities_isFalse() {
        assertThat(Plan.of(call("a").retry(1)).ranked()).isFalse();
    }

    @Test
    void sorted_equalRanks_keepTheirPlaces() {
        assertThat(Ranks.sorted(new int[] {5, 4, 3, 2, 1}, task -> task % 2)).containsExactly(4, 2, 5, 3, 1);
    }
}
