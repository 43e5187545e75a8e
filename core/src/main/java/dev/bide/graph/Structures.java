package dev.bide.graph;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds lists, sets, maps, arrays and records from parts, each like the one the user passed. */
final class Structures {
    private Structures() {}

    static Template.Part collection(Collection<?> like, Template.Part[] parts, int position) {
        if (like instanceof ArrayList) {
            return values -> new ArrayList<>(filled(parts, values));
        }
        if (like instanceof List) {
            return values -> Collections.unmodifiableList(filled(parts, values));
        }
        if (like instanceof Set && !(like instanceof SortedSet)) {
            return hasNoOrder(like)
                    ? values -> new HashSet<>(filled(parts, values))
                    : values -> new LinkedHashSet<>(filled(parts, values));
        }
        throw new IllegalArgumentException(GraphErrors.unreachable(position, like.getClass(), null));
    }

    private static List<@Nullable Object> filled(Template.Part[] parts, Template.Values values) {
        return Arrays.asList(fill(new Object[parts.length], parts, values));
    }

    static @Nullable Object[] fill(@Nullable Object[] into, Template.Part[] parts, Template.Values values) {
        for (int i = 0; i < parts.length; i++) {
            into[i] = parts[i].fill(values);
        }
        return into;
    }

    static Template.Part map(Map<?, ?> like, Template.Part[] keys, Template.Part[] values) {
        return taken -> {
            @Nullable Object[] filledKeys = fill(new Object[keys.length], keys, taken);
            Map<@Nullable Object, @Nullable Object> map = emptyLike(like);
            for (int i = 0; i < keys.length; i++) {
                map.put(filledKeys[i], values[i].fill(taken));
            }
            if (map.size() < keys.length) {
                throw new IllegalArgumentException(GraphErrors.equalMapKeys(keys.length, map.size()));
            }
            return map;
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<@Nullable Object, @Nullable Object> emptyLike(Map<?, ?> like) {
        if (like instanceof SortedMap<?, ?> sorted) {
            return new TreeMap<>(((SortedMap<Object, Object>) sorted).comparator());
        }
        return hasNoOrder(like) ? new HashMap<>() : new LinkedHashMap<>();
    }

    /** Whether the order that it happens to have means nothing, and may be another when the program is run again. */
    private static boolean hasNoOrder(Object like) {
        Class<?> type = like.getClass();
        return type == HashMap.class
                || type == HashSet.class
                || type.getName().startsWith("java.util.ImmutableCollections$");
    }

    /** The values of a record's components, or none where its module keeps them shut. */
    static List<@Nullable Object> components(Record record) throws InvocationTargetException {
        List<@Nullable Object> values = new ArrayList<>();
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                component.getAccessor().trySetAccessible();
                values.add(component.getAccessor().invoke(record));
            }
            return values;
        } catch (IllegalAccessException shut) {
            return List.of();
        }
    }

    static Template.Part record(Class<? extends Record> type, Template.Part[] parts) {
        Constructor<? extends Record> constructor = canonical(type);
        return values -> {
            try {
                return constructor.newInstance(fill(new Object[parts.length], parts, values));
            } catch (ReflectiveOperationException | IllegalArgumentException failed) {
                throw new IllegalArgumentException(GraphErrors.recordNotBuilt(type), failed);
            }
        };
    }

    private static Constructor<? extends Record> canonical(Class<? extends Record> type) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError("a record has its canonical constructor", impossible);
        }
    }
}
