package dev.bide.benchmarks.shapes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Runs contenders side by side. In a round each runs, one after the other, after a garbage collection; who begins
 * changes from round to round. A third as many rounds again come first and do not count.
 *
 * @param count how many rounds count
 * @param atLeast how long a contender runs in a round, again and again where a graph takes less
 */
record Rounds(int count, Duration atLeast) {
    List<Measured> measure(Shape shape, int size, List<Contender> contenders) {
        Blueprint graph = shape.of(size);
        Value right = new Loop().build(graph).run();
        List<Entry> entries = contenders.stream()
                .map(contender -> new Entry(contender, shape, size, graph, right))
                .toList();
        List<Entry> turn = new ArrayList<>(entries);
        for (int round = -warmUp(); round < count; round++) {
            for (Entry entry : turn) {
                entry.round(atLeast.toNanos(), round >= 0);
            }
            Collections.rotate(turn, -1);
        }
        return entries.stream().map(Entry::measured).toList();
    }

    private int warmUp() {
        return (count + 2) / 3;
    }
}
