package dev.bide.verify.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number for a value and all that is in it: values that a task can tell apart mostly have different numbers. What several
 * places share is visited once, or a few lines of lists in lists would take for ever.
 */
final class Digest {
    private final IdentityHashMap<Object, Long> known = new IdentityHashMap<>();

    private Digest() {}

    static long of(@Nullable Object value) {
        return new Digest().number(value);
    }

    private long number(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        Long before = known.get(value);
        if (before != null) {
            return before;
        }
        long number = work(value);
        known.put(value, number);
        return number;
    }

    private long work(Object value) {
        if (value instanceof int[] numbers) {
            return mix(1, Arrays.hashCode(numbers));
        }
        if (value instanceof Object[] array) {
            return all(2, Arrays.asList(array));
        }
        if (value instanceof Map<?, ?> map) {
            return map.getClass() == HashMap.class ? anyOrder(map) : all(3, map.entrySet());
        }
        if (value instanceof Map.Entry<?, ?> entry) {
            return mix(mix(4, number(entry.getKey())), number(entry.getValue()));
        }
        if (value instanceof Collection<?> collection) {
            return all(value instanceof Set ? 5 : value instanceof ArrayList ? 6 : 11, collection);
        }
        if (value instanceof Optional<?> optional) {
            return mix(7, optional.isPresent() ? number(optional.get()) : 0);
        }
        if (value instanceof Form.Pair pair) {
            return mix(mix(8, number(pair.left())), number(pair.right()));
        }
        return mix(value instanceof String ? 9 : 10, value.toString().hashCode());
    }

    private long all(long start, Collection<?> values) {
        long number = start;
        for (Object value : values) {
            number = mix(number, number(value));
        }
        return mix(number, values.size());
    }

    private long anyOrder(Map<?, ?> map) {
        return mix(12, map.entrySet().stream().mapToLong(this::number).sum());
    }

    private static long mix(long number, long more) {
        long mixed = (number ^ more + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 29;
    }
}
