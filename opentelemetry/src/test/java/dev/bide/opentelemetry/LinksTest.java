package dev.bide.opentelemetry;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {
    private final Traces traces = new Traces();
    private final RunOptions options = traces.options();
    private final Task1<Integer, Integer> next =
            Task1.<Integer, Integer>of(x -> x + 1).named("next");

    static List<Scheduler> schedulers() {
        return List.of(Schedulers.sync(), Schedulers.threads(2));
    }

    private Delayed<Integer> next(String key, Delayed<Integer> of) {
        return next.call(of).named(key);
    }

    private static Delayed<Integer> sum(String key, Delayed<Integer> first, Delayed<Integer> second) {
        return on(first, second).call(Integer::sum).named(key);
    }

    //   a   b
    //    \ / \
    //     c   d
    //      \ / \
    //       e   |
    //        \ /
    //         f
    @ParameterizedTest
    @MethodSource("schedulers")
    void links_ofEachTask_areItsDependencies(Scheduler scheduler) {
        Delayed<Integer> a = next.call(1).named("a");
        Delayed<Integer> b = next.call(2).named("b");
        Delayed<Integer> d = next("d", b);
        Delayed<Integer> f = sum("f", sum("e", sum("c", a, b), d), d);

        try (scheduler) {
            f.compute(scheduler, options);
        }

        assertThat(traces.links("a")).isEmpty();
        assertThat(traces.links("b")).isEmpty();
        assertThat(traces.links("c")).containsExactlyInAnyOrder("a", "b");
        assertThat(traces.links("d")).containsExactly("b");
        assertThat(traces.links("e")).containsExactlyInAnyOrder("c", "d");
        assertThat(traces.links("f")).containsExactlyInAnyOrder("e", "d");
        assertThat(traces.tasks()).hasSize(6);
    }

    //  a
    //  ||
    //  twice
    @Test
    void links_toATaskUsedTwice_areOne() {
        Delayed<Integer> a = next.call(1).named("a");

        sum("twice", a, a).compute(Schedulers.sync(), options);

        assertThat(traces.task("twice").getLinks()).hasSize(1);
    }

    //  a   b
    //   \ /
    //  (list)
    //   |  \
    //  all  more
    //    \ /
    //    end
    @ParameterizedTest
    @MethodSource("schedulers")
    void links_ofWhatTakesAList_leadThroughIt(Scheduler scheduler) {
        Delayed<List<Integer>> list =
                gather(List.of(next.call(1).named("a"), next.call(2).named("b")));
        Delayed<Integer> all = on(list).call(Collections::max).named("all");
        Delayed<Integer> more = on(list).call(Collections::min).named("more");

        try (scheduler) {
            sum("end", all, more).compute(scheduler, options);
        }

        assertThat(traces.links("all")).containsExactlyInAnyOrder("a", "b");
        assertThat(traces.links("more")).containsExactlyInAnyOrder("a", "b");
        assertThat(traces.links("end")).containsExactlyInAnyOrder("all", "more");
        assertThat(traces.tasks()).hasSize(5);
    }

    //  next-1 .. next-1000
    //        \ | /
    //       (list)
    //          |
    //         all
    @Test
    void links_toVeryManyInputs_areLimited() {
        List<Integer> many = Collections.nCopies(1000, 1);

        on(next.each(many)).call(List::size).named("all").compute(Schedulers.sync(), options);

        SpanData all = traces.task("all");
        assertThat(all.getLinks()).hasSize(Links.LIMIT);
        assertThat(all.getTotalRecordedLinks()).isEqualTo(Links.LIMIT);
    }

    //  a         b          grow =>  b       grow
    //  |        /                    |         |
    // grow     /                   inner     first
    //    \    /                        \     /
    //     end                           last
    @ParameterizedTest
    @MethodSource("schedulers")
    void links_ofAGraphThatGrows_leadAcrossItsParts(Scheduler scheduler) {
        Delayed<Integer> b = next.call(2).named("b");
        Delayed<Integer> grow = next.call(1)
                .named("a")
                .thenDelayed(x -> sum("last", next("inner", b), next.call(x).named("first")))
                .named("grow");

        try (scheduler) {
            sum("end", grow, b).compute(scheduler, options);
        }

        assertThat(traces.links("grow")).containsExactly("a");
        assertThat(traces.links("inner")).containsExactly("b");
        assertThat(traces.links("first")).containsExactly("grow");
        assertThat(traces.links("last")).containsExactlyInAnyOrder("inner", "first");
        assertThat(traces.links("end")).containsExactlyInAnyOrder("grow", "b");
        assertThat(traces.tasks("grow")).hasSize(1);
        assertThat(traces.tasks("b")).hasSize(1);
    }
}
