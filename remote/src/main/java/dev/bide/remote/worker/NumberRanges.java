package dev.bide.remote.worker;

import java.util.Map;
import java.util.TreeMap;

/** A set of numbers that come about one after the other: it takes room for each gap, not for each number. */
final class NumberRanges {
    /** First to last. */
    private final TreeMap<Integer, Integer> ranges = new TreeMap<>();

    boolean contains(int number) {
        Map.Entry<Integer, Integer> range = ranges.floorEntry(number);
        return range != null && range.getValue() >= number;
    }

    void add(int number) {
        if (contains(number)) {
            return;
        }
        int first = number;
        int last = number;
        Map.Entry<Integer, Integer> below = ranges.lowerEntry(number);
        if (below != null && below.getValue() == number - 1) {
            first = below.getKey();
        }
        Integer end = number == Integer.MAX_VALUE ? null : ranges.remove(number + 1);
        if (end != null) {
            last = end;
        }
        ranges.put(first, last);
    }

    int gaps() {
        return ranges.size();
    }
}
