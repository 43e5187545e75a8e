package dev.bide;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bide.graph.Key;
import dev.bide.schedule.Scheduler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DelayedListTest {
    private final Scheduler sync = Schedulers.sync();
    private final List<String> log = new ArrayList<>();
    private final Task1<String, String> note = task(this::note);

    private String note(String text) {
        log.add(text);
        return text;
    }

    // note  note
    //    \  /
    //    list
    @Test
    void compute_list_isInOrderAndCannotBeChanged() {
        List<String> results = note.each(List.of("b", "a")).compute(sync);

        assertThat(results).containsExactly("b", "a");
        assertThatThrownBy(() -> results.add("c")).isInstanceOf(UnsupportedOperationException.class);
    }

    // value(a)  value(null)
    //        \  /
    //        list
    @Test
    void compute_listWithNull_holdsNull() {
        assertThat(gather(List.of(value("a"), Bide.<String>value(null))).compute(sync))
                .containsExactly("a", null);
    }

    // list
    @Test
    void compute_emptyList_isEmpty() {
        assertThat(note.each(List.of()).compute(sync)).isEmpty();
        assertThat(note.each(List.of()).each(String::length).compute(sync)).isEmpty();
    }

    // note    note
    //   |       |
    // length  length
    //      \  /
    //      list
    @Test
    void each_list_callsWithEachResult() {
        DelayedList<String> noted = note.each(List.of("a", "bc"));

        assertThat(noted.each(String::length).compute(sync)).containsExactly(1, 2);
        assertThat(task((String text) -> text + "!").each(noted).compute(sync)).containsExactly("a!", "bc!");
    }

    // note  note
    //    \  /
    //    join
    @Test
    void call_listAsArgument_takesTheListOfResults() {
        assertThat(on(note.each(List.of("a", "b")))
                        .call(texts -> String.join("-", texts))
                        .compute(sync))
                .isEqualTo("a-b");
    }

    @Test
    void get_items_areThoseGathered() {
        Delayed<String> first = value("a");
        DelayedList<String> list = gather(List.of(first, value("b")));

        assertThat(list.size()).isEqualTo(2);
        assertThat(list.get(0)).isSameAs(first);
        assertThat(list).hasSize(2).first().isSameAs(first);
        assertThatThrownBy(() -> list.get(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void iterator_remove_isRefused() {
        var items = gather(List.of(value("a"))).iterator();
        items.next();

        assertThatThrownBy(items::remove).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void gather_collectionChangedAfterwards_isACopy() {
        List<Delayed<String>> items = new ArrayList<>(List.of(value("a")));
        DelayedList<String> list = gather(items);
        items.clear();

        assertThat(list.compute(sync)).containsExactly("a");
    }

    // note  note
    //    \  /
    // structure
    @Test
    void gather_map_keepsItsKeysInTheirOrder() {
        Map<String, Delayed<String>> items = new LinkedHashMap<>();
        items.put("z", note.call("1"));
        items.put("a", note.call("2"));
        Delayed<Map<String, String>> gathered = gather(items);
        items.clear();

        assertThat(gathered.compute(sync)).hasToString("{z=1, a=2}");
        assertThat(gather(Map.<String, Delayed<String>>of()).compute(sync)).isEmpty();
    }

    // structure
    @Test
    void gather_emptyMap_isNotChangedThroughAResult() {
        Delayed<Map<String, String>> empty = gather(Map.of());
        Map<String, String> first = empty.compute(sync);

        Throwable refused = catchThrowable(() -> first.put("a", "b"));

        assertThat(refused).matches(thrown -> thrown == null || thrown instanceof UnsupportedOperationException);
        assertThat(empty.compute(sync)).isEmpty();
    }

    //    first
    //   /     \
    // note   note
    //   \     /
    //    list
    @Test
    void after_list_eachOfItsItemsWaits() {
        DelayedList<String> list = note.each(List.of("a", "b")).after(note.call("first"));

        assertThat(list.get(1).compute(sync)).isEqualTo("b");
        assertThat(log).containsExactly("first", "b");
        log.clear();
        assertThat(list.compute(sync)).containsExactly("a", "b");
        assertThat(log).containsExactly("first", "a", "b");
    }

    // note
    //   |
    // all
    @Test
    void named_list_isShownAndStaysAList() {
        DelayedList<String> all = note.each(List.of("a")).named("all");

        assertThat(all.graph().keys()).containsExactly(Key.of("note"), Key.of("all"));
        assertThat(all.size()).isOne();
        assertThat(all).hasToString("Delayed all");
    }

    // note  note
    //    \  /
    //    list (persisted)
    @Test
    void persist_list_keepsEachResult() {
        DelayedList<String> kept = note.each(List.of("a", "b")).persist(sync);

        assertThat(kept.get(1).compute(sync)).isEqualTo("b");
        assertThat(kept.each(String::length).compute(sync)).isEqualTo(Arrays.asList(1, 1));
        assertThat(log).containsExactly("a", "b");
    }
}
