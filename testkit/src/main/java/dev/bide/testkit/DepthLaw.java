package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Task0;
import dev.bide.Task1;
import dev.bide.Task2;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Depth and width cost heap, never stack. */
abstract class DepthLaw extends Law {
    private static final int MILLION = 1_000_000;

    DepthLaw(SchedulerContract contract) {
        super(contract);
    }

    //   0 --> 1 --> 2 --> ... --> 1,000,000
    @Test
    void compute_chainOfAMillion_runs() {
        Task1<Integer, Integer> next = Task1.of(x -> x + 1);
        Delayed<Integer> chain = value(0);
        for (int i = 0; i < MILLION; i++) {
            chain = next.call(chain);
        }
        result(chain).isEqualTo(MILLION);
    }

    //   c c c ... c      a million calls
    //    \ \|/ /
    //     list
    @Test
    void compute_fanOfAMillion_runs() {
        Task1<Integer, Integer> same = Task1.of(x -> x);
        List<Delayed<Integer>> calls = new ArrayList<>(MILLION);
        for (int i = 0; i < MILLION; i++) {
            calls.add(same.call(i));
        }
        result(gather(calls).then(List::size)).isEqualTo(MILLION);
    }

    //        source
    //       / | .. \
    //      c  c ..  c      fifty thousand dependents
    //       \ | .. /
    //         last
    @Test
    void compute_fanOutAndIn_runs() {
        Delayed<Integer> source = task(() -> 1).call();
        Task2<Integer, Integer, Integer> plus = Task2.of(Integer::sum);
        List<Delayed<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < MILLION / 20; i++) {
            calls.add(plus.call(source, i));
        }
        result(gather(calls).then(all -> all.get(all.size() - 1))).isEqualTo(MILLION / 20);
    }

    //   a ..> b ..> c ..> ...      fifty thousand calls, ordered and nothing else
    @Test
    void compute_chainOfAfters_runs() {
        Task0<Integer> one = task(() -> 1);
        Delayed<Integer> last = one.call();
        for (int i = 0; i < MILLION / 20; i++) {
            last = one.call().after(last);
        }
        result(last).isEqualTo(1);
    }

    //   ((((0))))      lists of lists of ... to be
    @Test
    void compute_chainOfLists_runs() {
        Delayed<?> nested = task(() -> 0).call();
        for (int i = 0; i < 10_000; i++) {
            nested = gather(List.of(nested)).then(list -> list.get(0));
        }
        result(nested).isEqualTo(0);
    }

    //   0   1   2   3 ..      2^14 leaves, added in pairs
    //    \ /     \ /
    //     1       5
    //       \   /
    //         6
    @Test
    void compute_treeReduction_runs() {
        Task2<Long, Long, Long> plus = Task2.of(Long::sum);
        DelayedList<Long> level = task((Long x) -> x)
                .each(java.util.stream.LongStream.range(0, 1 << 14).boxed().toList());
        while (level.size() > 1) {
            List<Delayed<Long>> sums = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                sums.add(plus.call(level.get(i), level.get(i + 1)));
            }
            level = gather(sums);
        }
        result(level.get(0)).isEqualTo(((1L << 14) - 1) << 13);
    }
}
