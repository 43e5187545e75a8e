package dev.bide.benchmarks.parts;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.Task3;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Graphs of calls that return at once, of as many calls as are asked for, but for a hundredth. */
public enum Shape {
    /** Independent calls, and one that gets all their results. */
    FAN {
        @Override
        Delayed<Integer> of(int calls) {
            return ALL.call(gather(leaves(calls - 2)));
        }
    },
    /** Each call needs the one before. */
    CHAIN {
        @Override
        Delayed<Integer> of(int calls) {
            Delayed<Integer> last = LEAF.call(0);
            for (int i = 1; i < calls; i++) {
                last = ONE.call(last);
            }
            return last;
        }
    },
    /** A binary reduction. */
    TREE {
        @Override
        Delayed<Integer> of(int calls) {
            List<Delayed<Integer>> level = leaves((calls + 1) / 2);
            while (level.size() > 1) {
                level = half(level);
            }
            return level.get(0);
        }
    },
    /** A square in which each call needs the one above and the one to the left. */
    WAVE {
        @Override
        Delayed<Integer> of(int calls) {
            int side = (int) Math.sqrt(calls);
            List<Delayed<Integer>> above = chainedRow(side);
            for (int y = 1; y < side; y++) {
                above = nextRow(above);
            }
            return above.get(side - 1);
        }
    },
    /**
     * A hundred layers; each call needs its like in the layer before, so that every call is needed, and two more, drawn at
     * random; one gets the results of the last.
     */
    LAYER {
        @Override
        Delayed<Integer> of(int calls) {
            Random random = new Random(calls);
            int width = Math.max(1, calls / LAYERS);
            List<Delayed<Integer>> layer = leaves(width);
            for (int k = 1; k < LAYERS; k++) {
                List<Delayed<Integer>> before = layer;
                layer = IntStream.range(0, width)
                        .mapToObj(i -> THREE.call(before.get(i), drawn(before, random), drawn(before, random)))
                        .toList();
            }
            return ALL.call(gather(layer));
        }
    };

    private static final int LAYERS = 100;
    private static final Task1<Integer, Integer> LEAF = task((Integer i) -> i);
    private static final Task1<Integer, Integer> ONE = task((Integer a) -> a);
    private static final Task2<Integer, Integer, Integer> TWO = task((Integer a, Integer b) -> b);
    private static final Task3<Integer, Integer, Integer, Integer> THREE = task((Integer a, Integer b, Integer c) -> c);
    private static final Task1<List<Integer>, Integer> ALL = task((List<Integer> all) -> all.size());

    /** Builds about so many calls, at least one; the same each time. */
    abstract Delayed<Integer> of(int calls);

    private static List<Delayed<Integer>> leaves(int count) {
        List<Delayed<Integer>> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(LEAF.call(i));
        }
        return leaves;
    }

    private static List<Delayed<Integer>> half(List<Delayed<Integer>> level) {
        List<Delayed<Integer>> half = new ArrayList<>();
        for (int i = 0; i + 1 < level.size(); i += 2) {
            half.add(TWO.call(level.get(i), level.get(i + 1)));
        }
        if (level.size() % 2 == 1) {
            half.add(level.get(level.size() - 1));
        }
        return half;
    }

    private static List<Delayed<Integer>> chainedRow(int width) {
        List<Delayed<Integer>> row = new ArrayList<>(List.of(LEAF.call(0)));
        for (int x = 1; x < width; x++) {
            row.add(ONE.call(row.get(x - 1)));
        }
        return row;
    }

    private static List<Delayed<Integer>> nextRow(List<Delayed<Integer>> above) {
        List<Delayed<Integer>> row = new ArrayList<>(List.of(ONE.call(above.get(0))));
        for (int x = 1; x < above.size(); x++) {
            row.add(TWO.call(above.get(x), row.get(x - 1)));
        }
        return row;
    }

    private static Delayed<Integer> drawn(List<Delayed<Integer>> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
