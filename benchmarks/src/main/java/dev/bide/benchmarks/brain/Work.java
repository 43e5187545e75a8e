package dev.bide.benchmarks.brain;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.Task0;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Graphs that are wide enough to keep workers busy. Their functions are never called. */
enum Work {
    /** Independent tasks. */
    FAN {
        @Override
        Plan plan(int size, int width) {
            return Plan.of(Bide.gather(row(size)));
        }
    },
    /** As many chains as the graph is wide. */
    CHAINS {
        @Override
        Plan plan(int size, int width) {
            List<Delayed<Integer>> last = row(width);
            for (int i = 1; i < size / width; i++) {
                last = new ArrayList<>(last.stream().map(ONE::call).toList());
            }
            return Plan.of(Bide.gather(last));
        }
    },
    /** Each task of a layer needs two of the layer before, one of them drawn. */
    LAYERS {
        @Override
        Plan plan(int size, int width) {
            Random random = new Random(1);
            List<Delayed<Integer>> last = row(width);
            for (int i = 1; i < size / width; i++) {
                List<Delayed<Integer>> next = new ArrayList<>(width);
                for (Delayed<Integer> each : last) {
                    next.add(TWO.call(each, last.get(random.nextInt(width))));
                }
                last = next;
            }
            return Plan.of(Bide.gather(last));
        }
    },
    /** A binary reduction. */
    TREE {
        @Override
        Plan plan(int size, int width) {
            List<Delayed<Integer>> last = row(size / 2);
            while (last.size() > 1) {
                List<Delayed<Integer>> next = new ArrayList<>();
                for (int i = 0; i + 1 < last.size(); i += 2) {
                    next.add(TWO.call(last.get(i), last.get(i + 1)));
                }
                if (last.size() % 2 == 1) {
                    next.add(last.get(last.size() - 1));
                }
                last = next;
            }
            return Plan.of(last.get(0));
        }
    };

    private static final Task0<Integer> NONE = Task0.of(() -> 0);
    private static final Task1<Integer, Integer> ONE = Task1.of(a -> a);
    private static final Task2<Integer, Integer, Integer> TWO = Task2.of(Integer::sum);

    abstract Plan plan(int size, int width);

    private static List<Delayed<Integer>> row(int count) {
        List<Delayed<Integer>> row = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            row.add(NONE.call());
        }
        return row;
    }
}
