package dev.bide.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Random graphs of the kinds that programs make.
 *
 * <p>The same seed always draws the same graph.
 */
final class RandomSamples {

    private final Random random;
    private final List<List<Integer>> tasks = new ArrayList<>();

    private RandomSamples(Random random) {
        this.random = random;
    }

    /** A graph of about {@code size} tasks. */
    static Sample draw(long seed, int size) {
        RandomSamples samples = new RandomSamples(new Random(seed));
        switch ((int) Math.floorMod(seed, 6L)) {
            case 0 -> samples.anything(size);
            case 1 -> samples.layers(size);
            case 2 -> samples.twoReductions(size / 4 + 1);
            case 3 -> samples.overlap(size / 3 + 1);
            case 4 -> samples.forksAndJoins(size);
            default -> samples.someComponents(size / 3 + 1);
        }
        return Sample.of(samples.tasks);
    }

    private void anything(int size) {
        for (int task = 0; task < size; task++) {
            add(some(random.nextInt(3), 0, tasks.size()));
        }
    }

    private void layers(int size) {
        int width = 1 + random.nextInt(size / 2);
        for (int task = 0; task < size; task++) {
            int layer = task - task % width;
            add(layer == 0 ? List.of() : some(1 + random.nextInt(3), layer - width, layer));
        }
    }

    private void twoReductions(int loads) {
        List<Integer> loaded = many(loads);
        reduce(loaded, 2 + random.nextInt(3));
        reduce(random.nextBoolean() ? each(loaded) : loaded, 2 + random.nextInt(3));
    }

    private void overlap(int blocks) {
        List<Integer> row = many(blocks);
        for (int round = 0; round < 2; round++) {
            List<Integer> next = new ArrayList<>();
            for (int at = 0; at < blocks; at++) {
                next.add(add(row.subList(Math.max(0, at - 1), Math.min(blocks, at + 2))));
            }
            row = next;
        }
        reduce(row, 3);
    }

    private void forksAndJoins(int size) {
        int joined = add(List.of());
        while (tasks.size() < size) {
            List<Integer> branches = new ArrayList<>();
            for (int branch = random.nextInt(4); branch >= 0; branch--) {
                branches.add(add(random.nextInt(3) == 0 ? List.of() : List.of(joined)));
            }
            joined = add(random.nextBoolean() ? each(branches) : branches);
        }
    }

    private void someComponents(int size) {
        for (int component = 0; component < 3; component++) {
            int from = tasks.size();
            for (int task = 0; task < size; task++) {
                add(some(random.nextInt(3), from, tasks.size()));
            }
        }
    }

    private int add(List<Integer> dependencies) {
        tasks.add(List.copyOf(dependencies));
        return tasks.size() - 1;
    }

    private List<Integer> many(int count) {
        List<Integer> added = new ArrayList<>();
        for (int task = 0; task < count; task++) {
            added.add(add(List.of()));
        }
        return added;
    }

    private List<Integer> each(List<Integer> dependencies) {
        return dependencies.stream().map(dependency -> add(List.of(dependency))).toList();
    }

    private List<Integer> some(int count, int from, int to) {
        TreeSet<Integer> some = new TreeSet<>();
        for (int drawn = 0; drawn < count && from < to; drawn++) {
            some.add(from + random.nextInt(to - from));
        }
        return List.copyOf(some);
    }

    private void reduce(List<Integer> results, int splitEvery) {
        List<Integer> level = results;
        while (level.size() > 1) {
            List<Integer> next = new ArrayList<>();
            for (int at = 0; at < level.size(); at += splitEvery) {
                next.add(add(level.subList(at, Math.min(level.size(), at + splitEvery))));
            }
            level = next;
        }
    }
}
