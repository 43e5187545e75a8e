package dev.bide.graph;

import static dev.bide.Bide.ref;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Schedulers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Results of several keys, nested like the keys. */
class SelectTest {
    private final AtomicInteger calls = new AtomicInteger();

    // a
    // |
    // b    c
    private final TaskGraph graph = TaskGraph.builder()
            .put("a", task(calls::incrementAndGet))
            .put("b", task((Integer x) -> x + 1), ref("a"))
            .put("c", null)
            .build();

    private List<?> get(List<?> keys) {
        return Schedulers.sync().get(graph, keys);
    }

    @Test
    void get_listOfKeys_isTheListOfTheirResults() {
        assertThat((Object) get(List.of("b", "a"))).isEqualTo(List.of(2, 1));
        assertThat((Object) get(List.of("c", Key.of("c")))).isEqualTo(Arrays.asList(null, null));
        assertThat(get(List.of())).isEmpty();
    }

    @Test
    void get_nestedKeys_areNestedResults() {
        assertThat((Object) get(List.of("a", List.of("b", List.of(Key.of("a"), "b")), List.of())))
                .isEqualTo(List.of(1, List.of(2, List.of(1, 2)), List.of()));
        assertThat((Object) get(List.of(List.of()))).isEqualTo(List.of(List.of()));
    }

    @Test
    void get_keysThatShareACall_runItOnce() {
        get(List.of("a", "b", List.of("a", "b")));

        assertThat(calls).hasValue(1);
    }

    @Test
    void get_unknownKey_isRefused() {
        assertThatThrownBy(() -> get(List.of("a", List.of("d"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no node with the key 'd'. Did you mean 'a'?");
    }

    @Test
    void get_somethingElseInTheList_isRefused() {
        assertThatThrownBy(() -> get(List.of("a", 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a list of keys holds a java.lang.Integer. Use Strings, Keys and lists of them.");
    }

    @Test
    void get_nullInTheList_isRefused() {
        assertThatThrownBy(() -> get(Arrays.asList("a", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a list of keys holds null. Use Strings, Keys and lists of them.");
    }

    @Test
    void get_typed_givesTheResult() {
        assertThat(Schedulers.sync().get(graph, "b", Integer.class)).isEqualTo(2);
        assertThat(Schedulers.sync().get(graph, "c", Integer.class)).isNull();
    }

    @Test
    void get_resultOfAnotherType_isRefused() {
        assertThatThrownBy(() -> Schedulers.sync().get(graph, "b", String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the result of 'b' is a java.lang.Integer, not a java.lang.String. Ask for the type it has, or"
                                + " for Object.class.");
    }

    @Test
    void get_listOfKeysThatContainsItself_isRefused() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);
        TaskGraph graph = TaskGraph.builder().put("a", 1).build();

        assertThatThrownBy(() -> Schedulers.sync().get(graph, circle))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a list of keys is nested deeper than 500 levels, or contains itself. Use Strings, Keys and"
                        + " lists of them.");
    }
}
