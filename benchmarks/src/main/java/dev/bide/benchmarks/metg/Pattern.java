package dev.bide.benchmarks.metg;

import java.util.Locale;
import java.util.stream.IntStream;

/** Which points of one timestep the points of the next depend on, as the paper's table of patterns has it. */
enum Pattern {
    TRIVIAL {
        @Override
        IntStream dependencies(Grid grid, int t, int x) {
            return IntStream.empty();
        }
    },
    NO_COMM {
        @Override
        IntStream dependencies(Grid grid, int t, int x) {
            return IntStream.of(x);
        }
    },
    STENCIL_1D {
        @Override
        IntStream dependencies(Grid grid, int t, int x) {
            return IntStream.rangeClosed(x - 1, x + 1);
        }
    },
    STENCIL_1D_PERIODIC {
        @Override
        IntStream dependencies(Grid grid, int t, int x) {
            return STENCIL_1D.dependencies(grid, t, x).map(p -> Math.floorMod(p, grid.width()));
        }
    },
    /** A triangle that opens, goes on and closes: a sweep over a matrix. */
    DOM {
        @Override
        IntStream dependencies(Grid grid, int t, int x) {
            return IntStream.rangeClosed(x - 1, x);
        }

        @Override
        int offset(Grid grid, int t) {
            return Math.max(0, t + grid.width() - grid.steps());
        }

        @Override
        int width(Grid grid, int t) {
            return Math.min(grid.width(), Math.min(t + 1, grid.steps() - t));
        }
    },
    ALL_TO_ALL {
        @Override
        IntStream dependencies(Grid grid, int t, int x) {
            return IntStream.range(0, grid.width());
        }
    },
    /** Opens like a binary tree. */
    TREE {
        @Override
        IntStream dependencies(Grid grid, int t, int x) {
            return IntStream.of(x / 2);
        }

        @Override
        int width(Grid grid, int t) {
            return (int) Math.min(grid.width(), 1L << Math.min(t, Integer.SIZE));
        }
    },
    FFT {
        @Override
        IntStream dependencies(Grid grid, int t, int x) {
            int levels = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(grid.width() - 1));
            int distance = 1 << (t + levels - 1) % levels;
            return IntStream.of(x - distance, x, x + distance);
        }
    },
    NEAREST {
        @Override
        IntStream dependencies(Grid grid, int t, int x) {
            return grid.radix() == 0
                    ? IntStream.empty()
                    : IntStream.rangeClosed(x - grid.radix() / 2, x + (grid.radix() - 1) / 2);
        }
    },
    SPREAD {
        @Override
        IntStream dependencies(Grid grid, int t, int x) {
            return IntStream.range(0, grid.radix())
                    .map(i -> x + i * grid.width() / grid.radix() + (i > 0 ? t % PERIOD : 0))
                    .map(p -> p % grid.width());
        }
    },
    /** Some of the nearest, drawn once for each of three kinds of timestep. */
    RANDOM_NEAREST {
        @Override
        IntStream dependencies(Grid grid, int t, int x) {
            return NEAREST.dependencies(grid, t, x)
                    .filter(p -> p == x || Hash.fraction(grid.radix(), t % PERIOD, p, x) < KEPT);
        }
    };

    private static final int PERIOD = 3;
    private static final double KEPT = 0.25;

    /** What point {@code x} of timestep {@code t} depends on; numbers outside of the timestep before mean nothing. */
    abstract IntStream dependencies(Grid grid, int t, int x);

    /** The first point of a timestep. */
    int offset(Grid grid, int t) {
        return 0;
    }

    /** The number of points of a timestep. */
    int width(Grid grid, int t) {
        return grid.width();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
