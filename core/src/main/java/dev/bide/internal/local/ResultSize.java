package dev.bide.internal.local;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * About how much memory a result takes, for those who listen. Calls no method of the user's and looks only at a few objects:
 * numbers, text, buffers, arrays, and lists and records of those; of anything else the size is not known.
 */
final class ResultSize {
    private static final long UNKNOWN = -1;
    private static final long OBJECT = 16;
    private static final long REFERENCE = 4;

    /** How many elements of an array of objects are looked at: the others count as much as these on average. */
    private static final int LOOKED_AT = 16;

    private static final int DEPTH = 4;

    private static final ClassValue<List<Field>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .peek(AccessibleObject::trySetAccessible)
                    .toList();
        }
    };

    private ResultSize() {}

    /** A list of the JDK may be a view of the user's, and throw. */
    static long of(@Nullable Object result) {
        try {
            return of(result, DEPTH);
        } catch (Throwable changedOrOfTheUsers) {
            return UNKNOWN;
        }
    }

    private static long of(@Nullable Object value, int depth) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Number || value instanceof Boolean || value instanceof Character) {
            return value.getClass().getModule() == Object.class.getModule() ? OBJECT : UNKNOWN;
        }
        if (value instanceof String text) {
            return OBJECT + OBJECT + text.length();
        }
        if (value instanceof Buffer buffer) {
            return OBJECT + width(buffer) * buffer.capacity();
        }
        if (depth == 0) {
            return UNKNOWN;
        }
        return value.getClass().isArray() ? ofArray(value, depth) : ofParts(value, depth);
    }

    private static long ofArray(Object array, int depth) {
        int length = Array.getLength(array);
        long element = bytes(array.getClass().getComponentType());
        if (element > 0) {
            return OBJECT + element * length;
        }
        return ofElements(length, i -> Array.get(array, i), depth);
    }

    private static long ofElements(int length, IntFunction<@Nullable Object> elements, int depth) {
        long looked = 0;
        int sample = Math.min(length, LOOKED_AT);
        for (int i = 0; i < sample; i++) {
            long size = of(elements.apply((int) ((long) i * length / sample)), depth - 1);
            if (size == UNKNOWN) {
                return UNKNOWN;
            }
            looked += size;
        }
        return OBJECT + REFERENCE * length + (sample == 0 ? 0 : looked * length / sample);
    }

    private static long ofParts(Object value, int depth) {
        if (value.getClass().isRecord()) {
            return ofRecord(value, depth);
        }
        boolean platform = value.getClass().getModule() == Object.class.getModule();
        return platform && value instanceof List<?> list && value instanceof RandomAccess
                ? ofElements(list.size(), list::get, depth)
                : UNKNOWN;
    }

    private static long ofRecord(Object value, int depth) {
        long size = OBJECT;
        for (Field field : COMPONENTS.get(value.getClass())) {
            long part = field.getType().isPrimitive() ? Long.BYTES : ofField(field, value, depth);
            if (part == UNKNOWN) {
                return UNKNOWN;
            }
            size += part;
        }
        return size;
    }

    private static long ofField(Field field, Object value, int depth) {
        try {
            long part = of(field.get(value), depth - 1);
            return part == UNKNOWN ? UNKNOWN : REFERENCE + part;
        } catch (IllegalAccessException shut) {
            return UNKNOWN;
        }
    }

    private static long width(Buffer buffer) {
        if (buffer instanceof LongBuffer || buffer instanceof DoubleBuffer) {
            return Long.BYTES;
        }
        if (buffer instanceof IntBuffer || buffer instanceof FloatBuffer) {
            return Integer.BYTES;
        }
        return buffer instanceof ByteBuffer ? Byte.BYTES : Short.BYTES;
    }

    private static long bytes(Class<?> type) {
        if (type == long.class || type == double.class) {
            return Long.BYTES;
        }
        if (type == int.class || type == float.class) {
            return Integer.BYTES;
        }
        return type == short.class || type == char.class ? Short.BYTES : type.isPrimitive() ? Byte.BYTES : 0;
    }
}
