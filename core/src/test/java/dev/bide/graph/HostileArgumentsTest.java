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
import dev.bide.schedule.Scheduler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments whose own classes lie, throw, or are changed by others meanwhile. */
@SuppressWarnings("serial")
class HostileArgumentsTest {
    private final Task1<Object, Object> same = task((Object x) -> x);

    /** Says that it has another size than it has. */
    static final class Lying<T> extends ArrayList<T> {
        private final int size;

        Lying(int size, Collection<T> items) {
            super(items);
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        @SuppressWarnings("unchecked")
        public Iterator<T> iterator() {
            return (Iterator<T>) Arrays.asList(toArray()).iterator();
        }

        @Override
        public Object[] toArray() {
            Object[] items = new Object[super.size()];
            Arrays.setAll(items, this::get);
            return items;
        }
    }

    static final class NoArray extends ArrayList<Object> {
        @Override
        public Object[] toArray() {
            return null;
        }
    }

    static final class NoEntries extends HashMap<Object, Object> {
        @Override
        public Set<Map.Entry<Object, Object>> entrySet() {
            return null;
        }
    }

    record Shy(Object held) {
        @Override
        public Object held() {
            throw new IllegalStateException("not now");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 1000, Integer.MAX_VALUE})
    void each_collectionThatLiesAboutItsSize_callsWithEachElement(int size) {
        assertThat(same.each(new Lying<Object>(size, List.of("a", "b"))).compute(Schedulers.sync()))
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 1000, Integer.MAX_VALUE})
    void gather_collectionThatLiesAboutItsSize_gathersEach(int size) {
        List<Delayed<String>> items = List.of(value("a"), value("b"));

        assertThat(gather(new Lying<>(size, items)).compute(Schedulers.sync())).containsExactly("a", "b");
        assertThat(on((Object) new Lying<>(size, items)).call(x -> x).compute(Schedulers.sync()))
                .isEqualTo(List.of("a", "b"));
    }

    @Test
    void each_noIterator_isRefused() {
        Iterable<Object> none = () -> null;

        assertThatThrownBy(() -> same.each(none))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the elements to call with have no iterator");
    }

    @Test
    void each_iteratorThatThrows_throwsTheSame() {
        IllegalStateException thrown = new IllegalStateException("the file is gone");
        Iterable<Object> failing = () -> {
            throw thrown;
        };

        assertThatThrownBy(() -> same.each(failing)).isSameAs(thrown);
    }

    @Test
    void each_iteratorThatGivesNull_callsWithNull() {
        assertThat(same.each(Arrays.asList("a", null)).compute(Schedulers.sync()))
                .containsExactly("a", null);
    }

    @Test
    void call_collectionWithoutContent_isRefused() {
        assertUnreadable(new NoArray(), "it gives null for its content");
        assertUnreadable(new NoEntries(), "it gives null for its content");
    }

    @Test
    void call_recordWhoseAccessorThrows_isRefusedForItMayHoldADelayed() {
        assertUnreadable(new Shy(value(1)), "reading it threw java.lang.IllegalStateException");
        assertThatThrownBy(() -> on(new Shy(1))).hasRootCauseMessage("not now");

        assertThat(on(value(new Shy(1))).call(x -> "handed over").compute(Schedulers.sync()))
                .isEqualTo("handed over");
    }

    private static void assertUnreadable(Object argument, String why) {
        assertThatThrownBy(() -> on("a", argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("argument 2 is a " + argument.getClass().getName()
                        + " that cannot be searched for a Delayed: " + why
                        + ". Pass value(x) to hand x over untouched and unsearched.");
    }

    @Test
    void call_collectionThatThrows_throwsTheSame() {
        IllegalStateException thrown = new IllegalStateException("closed");
        List<Object> failing = new ArrayList<>() {
            @Override
            public Object[] toArray() {
                throw thrown;
            }
        };

        assertThatThrownBy(() -> on(failing)).isSameAs(thrown);
    }

    @Test
    void call_mapThatContainsItself_isRefused() {
        Map<String, Object> circle = new HashMap<>();
        circle.put("self", circle);

        assertThatThrownBy(() -> on(circle))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("argument 1 is nested deeper than 500 levels, or contains itself.");
    }

    // a million lists, each in the next
    @Test
    void call_aMillionLevels_isRefusedWithoutTheStackForThem() {
        Object nested = value(1);
        for (int i = 0; i < 1_000_000; i++) {
            nested = Collections.singletonList(nested);
        }
        Object deepest = nested;

        assertThatThrownBy(() -> on(deepest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("argument 1 is nested deeper than 500 levels");
    }

    // a million values in one list
    @Test
    void call_aMillionArguments_areGathered() {
        List<Delayed<Integer>> items = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            items.add(value(i));
        }

        assertThat(gather(items).then(List::size).compute(Schedulers.threads())).isEqualTo(1_000_000);
        assertThat(on(items).call(List::size).compute(Schedulers.threads())).isEqualTo(1_000_000);
    }

    // value(0) .. value(99) in a list that another thread changes all the time
    @Test
    void call_listWithDelayedChangedDuringRuns_isSeenAsItWas() throws Exception {
        List<Object> list = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 100; i++) {
            list.add(value(i));
        }
        List<Object> asBuilt = new ArrayList<>(Collections.nCopies(100, null));
        for (int i = 0; i < 100; i++) {
            asBuilt.set(i, i);
        }
        Delayed<List<Object>> call = on(list).call(x -> x);
        AtomicBoolean over = new AtomicBoolean();
        Thread changing = new Thread(() -> {
            while (!over.get()) {
                list.add("more");
                list.remove(0);
            }
        });
        changing.start();
        try (Scheduler two = Schedulers.threads(2)) {
            for (int i = 0; i < 200; i++) {
                assertThat(call.compute(two)).isEqualTo(asBuilt);
            }
        } finally {
            over.set(true);
            changing.join();
        }
    }

    @Test
    void gather_mapWhoseEntriesSayOtherThanItsValues_isRefused() {
        Map<String, Delayed<String>> lying = new HashMap<>() {
            @Override
            public Set<Map.Entry<String, Delayed<String>>> entrySet() {
                return Collections.<String, Delayed<String>>singletonMap("a", null)
                        .entrySet();
            }
        };
        lying.put("a", value("a"));

        assertThatThrownBy(() -> gather(lying))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("argument 1 is null where a Delayed is expected. Pass value(null) for the value null.");
    }
}
