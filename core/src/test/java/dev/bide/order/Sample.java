package dev.bide.order;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A graph to order in a test: the dependencies of each task, and how many results an order of it keeps alive.
 *
 * <p>Measuring and renumbering cost O(n + e).
 */
record Sample(int[][] dependencies) {

    /** Reads lines like {@code "total <- left right"}; tasks are numbered as they are first named. */
    static Sample drawn(String... lines) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        List<List<Integer>> lists = new ArrayList<>();
        for (String line : lines) {
            List<Integer> named = Arrays.stream(line.split("[ <-]+"))
                    .map(name -> numbers.computeIfAbsent(name, first -> numbers.size()))
                    .toList();
            while (lists.size() < numbers.size()) {
                lists.add(List.of());
            }
            lists.set(named.get(0), named.subList(1, named.size()));
        }
        return of(lists);
    }

    static Sample of(List<List<Integer>> dependencies) {
        return new Sample(dependencies.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new));
    }

    int size() {
        return dependencies.length;
    }

    int[] order() {
        int[] start = new int[size() + 1];
        for (int task = 0; task < size(); task++) {
            start[task + 1] = start[task] + dependencies[task].length;
        }
        return Ordering.order(
                start, Arrays.stream(dependencies).flatMapToInt(Arrays::stream).toArray());
    }

    int peak() {
        return peak(order());
    }

    /** The most results alive before any task; fails unless each task comes once and after its dependencies. */
    int peak(int[] order) {
        int[] waiting = new int[size()];
        for (int[] list : dependencies) {
            Arrays.stream(list).distinct().forEach(dependency -> waiting[dependency]++);
        }
        boolean[] ran = new boolean[size()];
        int alive = 0;
        int peak = 0;
        for (int task : order) {
            if (ran[task] || !Arrays.stream(dependencies[task]).allMatch(dependency -> ran[dependency])) {
                throw new AssertionError("task " + task + " comes twice or too soon in " + Arrays.toString(order));
            }
            ran[task] = true;
            peak = Math.max(peak, alive);
            alive += waiting[task] > 0 ? 1 : 0;
            alive -= (int) Arrays.stream(dependencies[task])
                    .distinct()
                    .filter(dependency -> --waiting[dependency] == 0)
                    .count();
        }
        if (order.length != size()) {
            throw new AssertionError(order.length + " of " + size() + " tasks in " + Arrays.toString(order));
        }
        return peak;
    }

    /** The same graph with its tasks renumbered and its lists shuffled. */
    Sample shuffled(Random random) {
        int[] numbers = permutation(size(), random);
        int[][] shuffled = new int[size()][];
        for (int task = 0; task < size(); task++) {
            int[] list = dependencies[task];
            shuffled[numbers[task]] = IntStream.of(permutation(list.length, random))
                    .map(at -> numbers[list[at]])
                    .toArray();
        }
        return new Sample(shuffled);
    }

    private static int[] permutation(int size, Random random) {
        int[] numbers = IntStream.range(0, size).toArray();
        for (int last = size - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int number = numbers[last];
            numbers[last] = numbers[other];
            numbers[other] = number;
        }
        return numbers;
    }
}
