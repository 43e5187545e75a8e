package dev.bide.remote.worker;

import java.lang.reflect.Array;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells about how many bytes a value takes, where that is plain to see and the value can be sent for sure. */
final class Sizes {
    private static final long UNKNOWN = -1;
    private static final int SMALL = 16;
    private static final int DEEPEST = 8;
    private static final Set<Class<?>> BOXED = Set.of(
            Integer.class,
            Long.class,
            Double.class,
            Float.class,
            Boolean.class,
            Character.class,
            Short.class,
            Byte.class);

    private Sizes() {}

    /** The size; negative where a codec has to tell. O(length of an array of arrays), else O(1). */
    static long of(@Nullable Object value) {
        return of(value, DEEPEST);
    }

    private static long of(@Nullable Object value, int deepest) {
        if (value == null || BOXED.contains(value.getClass())) {
            return SMALL;
        }
        if (value instanceof String text) {
            return (long) SMALL + text.length();
        }
        Class<?> item = value.getClass().getComponentType();
        if (item == null || deepest == 0) {
            return UNKNOWN;
        }
        if (item.isPrimitive()) {
            return SMALL + (long) Array.getLength(value) * bytes(item);
        }
        return item.isArray() && innermost(item).isPrimitive() ? rows((Object[]) value, deepest) : UNKNOWN;
    }

    private static Class<?> innermost(Class<?> array) {
        Class<?> type = array;
        while (type.getComponentType() != null) {
            type = type.getComponentType();
        }
        return type;
    }

    private static long rows(@Nullable Object[] rows, int deepest) {
        long sum = SMALL;
        for (Object row : rows) {
            long size = of(row, deepest - 1);
            if (size < 0) {
                return UNKNOWN;
            }
            sum += size;
        }
        return sum;
    }

    private static int bytes(Class<?> primitive) {
        if (primitive == long.class || primitive == double.class) {
            return Long.BYTES;
        }
        if (primitive == int.class || primitive == float.class) {
            return Integer.BYTES;
        }
        return primitive == short.class || primitive == char.class ? Short.BYTES : 1;
    }
}
