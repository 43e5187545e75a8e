package dev.bide.graph;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.Task3;
import dev.bide.graph.Rewriting.Change;
import dev.bide.graph.Rewriting.Ran;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.TaskFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RewritingTest {
    private final Task1<Integer, Integer> load = task(RewritingTest::inc).named("load");
    private final Task1<Integer, Integer> clean = task(RewritingTest::inc).named("clean");
    private final List<String> asked = new ArrayList<>();

    private static Integer inc(Integer number) {
        return number + 1;
    }

    /** Adds a hundred to the results of the tasks of one name. */
    private Rewriting hundredMore(String name) {
        return new Rewriting(call -> {
            asked.add(call.name());
            return call.name().equals(name) ? Change.around(body -> (Integer) body.apply() + 100) : Change.NONE;
        });
    }

    private static @Nullable Object run(Plan plan) {
        return Schedulers.sync().start(plan, RunOptions.defaults()).get();
    }

    private static @Nullable Object run(Node root) {
        return run(Plan.of(root));
    }

    // load -> clean
    @Test
    void of_aroundACall_isCalledInItsPlace() {
        assertThat(run(hundredMore("load").of(clean.call(load.call(1))))).isEqualTo(103);
        assertThat(run(hundredMore("clean").of(clean.call(load.call(1))))).isEqualTo(103);
        assertThat(run(hundredMore("clean").of(clean.each(List.of(1, 2))))).isEqualTo(List.of(102, 103));
    }

    @Test
    void of_structureOfResults_isLinkedAnew() {
        Delayed<Object> structure = task((Object x) -> x).call(Map.of("a", List.of(load.call(1), 5)));

        assertThat(run(hundredMore("load").of(structure))).isEqualTo(Map.of("a", List.of(102, 5)));
    }

    // load -> value that waits for it; load -> one that checks its type
    @Test
    void of_valueThatWaits_keepsItsValue() {
        Delayed<Integer> waits = value(5).after(load.call(1));

        assertThat(run(hundredMore("load").of(waits.then(x -> x)))).isEqualTo(5);
    }

    @Test
    void of_nothingChanges_isTheSameNode() {
        Delayed<Integer> root = clean.call(load.call(1));
        Delayed<Integer> other = clean.call(2);

        assertThat(hundredMore("none").of(root)).isSameAs(root);
        Plan plan = Plan.of(root);
        assertThat(hundredMore("none").of(plan)).isSameAs(plan);
        Node both = hundredMore("load").of(gather(List.of(root, other)));
        assertThat(both.argument(0)).isNotSameAs(root);
        assertThat(both.argument(1)).isSameAs(other);
    }

    //   load
    //   /  \
    //  a    b
    @Test
    void of_sharedNode_isAskedForAndChangedOnce() {
        Delayed<Integer> shared = load.call(1);
        Rewriting rewriting = hundredMore("load");

        Node a = rewriting.of(clean.call(shared));
        Node b = rewriting.of(clean.call(shared));
        assertThat(a.argument(0)).isSameAs(b.argument(0));
        assertThat(asked).containsExactlyInAnyOrder("load", "clean", "clean");
    }

    @Test
    void letGo_nodeThatSomebodyHolds_staysTheSame() {
        Delayed<Integer> shared = load.call(1);
        Rewriting rewriting = hundredMore("load");
        Node before = rewriting.of(shared);

        rewriting.letGo();
        assertThat(rewriting.of(shared)).isSameAs(before);
        assertThat(asked).containsExactly("load");
    }

    // load -> clean
    @Test
    void of_resumedCall_needsNothing() {
        Rewriting rewriting = new Rewriting(
                call -> call.name().equals("clean") ? Change.resumed("key", () -> value(42)) : Change.NONE);
        Plan plan = rewriting.of(Plan.of(clean.call(load.call(1)).then(x -> -x)));

        assertThat(run(plan)).isEqualTo(-42);
        assertThat(plan.size()).isEqualTo(2);
        assertThat(plan.resumed(0)).isTrue();
        assertThat(plan.resumed(1)).isFalse();
        assertThat(plan.calls(0)).isFalse();
        assertThat(plan.key(0)).hasToString("clean");
    }

    // load -> clean
    @Test
    void of_resumedCallThatCannotBeRead_isCalledAfterAll() {
        Delayed<Integer> cleaned = clean.call(load.call(1));
        Rewriting[] rewriting = new Rewriting[1];
        rewriting[0] = new Rewriting(call -> call.name().equals("clean")
                ? Change.resumed("key", () -> rewriting[0].of(cleaned, Change.around(body -> -(Integer) body.apply())))
                : Change.NONE);

        assertThat(run(rewriting[0].of(cleaned))).isEqualTo(-3);
    }

    @Test
    void plan_someAreLeftOut_theOthersKeepTheirKeys() {
        List<Delayed<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(clean.call(load.call(i)));
        }
        Plan before = Plan.of(gather(all));
        Plan after = new Rewriting(
                        call -> call.node().equals(all.get(0)) || call.node().equals(all.get(2))
                                ? Change.resumed(all.indexOf(call.node()), () -> value(0))
                                : Change.NONE)
                .of(before);

        assertThat(keys(after)).containsExactly("clean-1", "load-2", "clean-2", "clean-3", "load-4", "clean-4", "list");
    }

    private static List<String> keys(Plan plan) {
        List<String> keys = new ArrayList<>();
        for (int task = 0; task < plan.size(); task++) {
            keys.add(plan.key(task).toString());
        }
        return keys;
    }

    private static int fails(int gamma, String kernel, List<Integer> folds) {
        throw new IllegalStateException("no");
    }

    @Test
    void of_wrappedCallFails_saysWhatItSaysWithoutIt() {
        Task3<Integer, String, List<Integer>, Integer> fit = task(RewritingTest::fails);
        Plan plan = Plan.of(fit.call(load.call(1), value("rbf"), gather(List.of(load.call(2))))
                .then(x -> x));
        Plan wrapped = new Rewriting(call -> Change.around(body -> body.apply())).of(plan);

        assertThat(message(wrapped)).isEqualTo(message(plan)).contains("gamma 2, from load-1", "kernel \"rbf\"");
    }

    private static String message(Plan plan) {
        try {
            run(plan);
            throw new AssertionError("it did not fail");
        } catch (TaskFailedException failed) {
            return failed.getMessage();
        }
    }

    // load -> (grows to) clean of what it captured
    @Test
    void of_growingCall_goesOnWithWhatItsAroundGives() {
        Delayed<Integer> captured = load.call(5);
        Rewriting[] rewriting = new Rewriting[1];
        Function<Recipe, Change> rule = call -> call.expands()
                ? Change.around(body -> rewriting[0].of((Node) body.apply()))
                : call.name().equals("load") ? Change.around(body -> (Integer) body.apply() + 100) : Change.NONE;
        rewriting[0] = new Rewriting(rule);
        Delayed<Integer> grows =
                load.call(1).thenDelayed(x -> clean.call(captured)).zip(captured, Integer::sum);

        assertThat(run(rewriting[0].of(grows))).isEqualTo(107 + 106);
    }

    @Test
    void of_chainOfAMillion_needsNoStack() {
        Delayed<Integer> last = load.call(0);
        for (int i = 0; i < 1_000_000; i++) {
            last = clean.call(last);
        }

        assertThat(run(hundredMore("load").of(last))).isEqualTo(1_000_101);
    }

    @Test
    void fold_nodeThatNeedsItself_isRefused() {
        Delayed<Integer> one = load.call(1);
        NodeFold<Integer> fold = new NodeFold<>() {
            @Override
            protected List<Node> needs(Node node) {
                return List.of(one);
            }

            @Override
            protected Integer fold(Node node) {
                return 1;
            }
        };

        assertThatThrownBy(() -> fold.of(clean.call(one)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(" needs itself");
    }

    @Test
    void of_wrappedTwice_bothAreAround() {
        Node once = hundredMore("load").of(load.call(1));

        assertThat(run(hundredMore("load").of(once))).isEqualTo(202);
        assertThat(on(1).call(x -> x).compute(Schedulers.sync())).isEqualTo(1);
    }

    // load -> clean
    @Test
    void around_callThatRanElsewhere_givesWhatIsMadeOfItsResult() throws Exception {
        Node once = hundredMore("clean").of(clean.call(load.call(1)));
        Plan plan = Plan.of(hundredMore("clean").of(once));

        assertThat(plan.wrapped(0)).isFalse();
        assertThat(plan.wrapped(1)).isTrue();
        assertThat(plan.around(1, new Ran(7, Duration.ofSeconds(1)))).isEqualTo(207);
    }

    // load -> clean
    @Test
    void around_resumedCallInsideAnother_isNotCalled() throws Exception {
        Node resumed = new Rewriting(call -> Change.resumed("key", () -> value(42))).of(load.call(1));
        Plan plan = Plan.of(new Rewriting(call -> Change.around(body -> body.apply())).of(resumed));

        assertThat(plan.resumed(0)).isTrue();
        assertThat(plan.handled(0)).isFalse();
        assertThat(((Node) plan.around(0, new Ran(null, Duration.ZERO))).a0).isEqualTo(42);
    }

    // load -> clean (2)
    @Test
    void detached_wrappedCall_isTheOriginWithItsArgumentsAsTheyAreNow() throws Exception {
        Task2<Integer, Integer, Integer> add = task((Integer a, Integer b) -> a - b);
        Node wrapped = new Rewriting(call -> Change.around(body -> "wrapped")).of(add.call(load.call(1), 2));
        Detached call = Detached.of(wrapped);

        assertThat(call.kind()).isEqualTo(2);
        assertThat(call.call(10)).isEqualTo(8);
        assertThat(call.functions()).containsExactly(Detached.functionOf(wrapped));
        assertThat(Detached.dependencies(wrapped)).containsExactly((Node) wrapped.argument(0));
    }

    @Test
    void linked_callOfAStoredTask_isOneAgain() {
        Node stored =
                task(RewritingTest::inc).named("load").version("2").stored().call(1);
        Node again = Detached.of(stored).linked(List.of(), Detached.label(stored));

        assertThat(again.taskOptions()).isEqualTo(stored.taskOptions());
        assertThat(again.name()).isEqualTo("load");
        assertThat(again.site()).isEqualTo(stored.site());
        assertThat(run(again)).isEqualTo(2);
        assertThat(Detached.label(load.call(1)).options()).isSameAs(TaskOptions.NONE);
    }
}
