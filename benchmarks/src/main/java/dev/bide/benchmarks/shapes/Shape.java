package dev.bide.benchmarks.shapes;

import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** The shapes of the graphs. */
enum Shape {
    /** Independent tasks, and one that gathers them. */
    FAN {
        @Override
        void draw(Blueprint.Builder to, int n) {
            to.add(IntStream.range(0, n - 1).map(i -> to.add()).toArray());
        }
    },
    /** Each task needs the one before. */
    CHAIN {
        @Override
        void draw(Blueprint.Builder to, int n) {
            int last = to.add();
            for (int i = 1; i < n; i++) {
                last = to.add(last);
            }
        }
    },
    /** A binary reduction. */
    TREE {
        @Override
        void draw(Blueprint.Builder to, int n) {
            int[] level = IntStream.range(0, n / 2).map(i -> to.add()).toArray();
            while (level.length > 1) {
                int[] below = level;
                level = IntStream.range(0, (below.length + 1) / 2)
                        .map(i -> 2 * i + 1 < below.length ? to.add(below[2 * i], below[2 * i + 1]) : below[2 * i])
                        .toArray();
            }
        }
    },
    /** A square in which each task needs the one above and the one to the left. */
    WAVE {
        @Override
        void draw(Blueprint.Builder to, int n) {
            int side = (int) Math.sqrt(n);
            int[] above = new int[side];
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    if (x == 0) {
                        above[x] = y == 0 ? to.add() : to.add(above[x]);
                    } else {
                        above[x] = y == 0 ? to.add(above[x - 1]) : to.add(above[x], above[x - 1]);
                    }
                }
            }
        }
    },
    /**
     * A hundred layers; each task needs three of the layer before, drawn at random but so that each is needed, and
     * one task gathers the last layer.
     */
    LAYER {
        @Override
        void draw(Blueprint.Builder to, int n) {
            Random random = new Random(n);
            int width = Math.max(1, n / LAYERS);
            int[] layer = IntStream.range(0, width).map(i -> to.add()).toArray();
            for (int k = 1; k < LAYERS; k++) {
                int[] below = layer;
                int[] turn = shuffled(layer, random);
                layer = IntStream.range(0, width)
                        .map(i -> to.add(turn[i], below[random.nextInt(width)], below[random.nextInt(width)]))
                        .toArray();
            }
            to.add(layer);
        }
    },
    /** Load and clean each file, analyse all, store. */
    PIPE {
        @Override
        void draw(Blueprint.Builder to, int n) {
            int[] cleaned = IntStream.range(0, n / 2).map(i -> to.add(to.add())).toArray();
            to.add(to.add(cleaned));
        }
    };

    private static final int LAYERS = 100;

    private static int[] shuffled(int[] tasks, Random random) {
        int[] shuffled = tasks.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int task = shuffled[i];
            shuffled[i] = shuffled[other];
            shuffled[other] = task;
        }
        return shuffled;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract void draw(Blueprint.Builder to, int n);

    /** About n tasks of this shape; the same each time. */
    Blueprint of(int n) {
        Blueprint.Builder builder = new Blueprint.Builder();
        draw(builder, n);
        return builder.build();
    }
}
