package dev.bide.graph;

import static dev.bide.Bide.delayed;
import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task1;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    private final Task1<String, Integer> load = task(NamesTest::load);

    static int load(String file) {
        return file.length();
    }

    private static List<String> keys(Node root) {
        Plan plan = Plan.of(root);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < plan.size(); i++) {
            keys.add(plan.key(i).name());
        }
        return keys;
    }

    // load
    @Test
    void key_nameOfOneCall_hasNoNumber() {
        assertThat(keys(load.call("a"))).containsExactly("load");
    }

    // load  load  load
    //    \   |   /
    //      list
    @Test
    void key_nameOfSeveralCalls_isNumberedFromOne() {
        assertThat(keys(load.each(List.of("a", "b", "c")))).containsExactly("load-1", "load-2", "load-3", "list");
    }

    // load  load  load(named load-1)
    //    \   |   /
    //      list
    @Test
    void key_nameThatLooksNumbered_isKept() {
        Delayed<Integer> odd = load.call("c").named("load-1");

        assertThat(keys(gather(List.of(load.call("a"), load.call("b"), odd))))
                .containsExactly("load-2", "load-3", "load-1", "list");
    }

    // load(named load-1)  load  load
    //                  \   |   /
    //                    list
    @Test
    void key_numberIsTaken_theNextFreeOneIsUsed() {
        Delayed<Integer> odd = load.call("a").named("load-1");

        assertThat(keys(gather(List.of(odd, load.call("b"), load.call("c")))))
                .containsExactly("load-1", "load-2", "load-3", "list");
    }

    // load  load  [load-1]
    //    \   |   /
    //      list
    @Test
    void key_givenKey_isKeptAndNeverUsedTwice() {
        TaskGraph graph = TaskGraph.builder().put("load-1", load, "c").build();
        Delayed<Integer> given = delayed(graph, "load-1", Integer.class);

        assertThat(keys(gather(List.of(load.call("a"), load.call("b"), given))))
                .containsExactly("load-2", "load-3", "load-1", "alias", "list");
    }

    // load  load
    //    \  /
    //    list
    @Test
    void key_plannedAgain_isTheSame() {
        Node root = load.each(List.of("a", "b"));

        assertThat(keys(root)).isEqualTo(keys(root));
    }

    // load  load
    //    \  /
    //    list
    @Test
    void name_severalCalls_isSharedWithoutNumber() {
        Plan plan = Plan.of(load.each(List.of("a", "b")));

        assertThat(List.of(plan.name(0), plan.name(1), plan.name(2))).containsExactly("load", "load", "list");
    }

    // f  f     one lambda, called in two lines
    //  \/
    // list
    @Test
    void key_oneLambdaCalledInTwoLines_beginsWithTheNameOfItsTask() {
        Fn1<String, Integer> length = text -> text.length();
        Delayed<Integer> first = on("a").call(length);
        Delayed<Integer> second = on("b").call(length);
        Plan plan = Plan.of(gather(List.of(first, second)));

        assertThat(plan.key(0).name()).startsWith(plan.name(0));
        assertThat(plan.key(1).name()).startsWith(plan.name(1));
    }
}
