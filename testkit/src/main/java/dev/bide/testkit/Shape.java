package dev.bide.testkit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ways to hide results to be in an argument. Given results in their place, they make what the task should see. */
enum Shape {
    LIST,
    ARRAY_LIST,
    SET,
    MAP,
    HASH_MAP,
    ARRAY,
    OPTIONAL,
    RECORD,
    NESTED;

    /** A record to hide things in. */
    record Pair(@Nullable Object left, @Nullable Object right) implements Serializable {}

    Object of(List<? extends @Nullable Object> parts) {
        return switch (this) {
            case LIST -> list(parts);
            case ARRAY_LIST -> new ArrayList<>(parts);
            case SET -> new LinkedHashSet<>(parts);
            case MAP -> map(parts);
            case HASH_MAP -> new HashMap<>(map(parts));
            case ARRAY -> parts.toArray();
            case OPTIONAL -> parts.size() == 1 ? Optional.ofNullable(parts.get(0)) : Optional.of(list(parts));
            case RECORD -> new Pair(parts.get(0), list(parts));
            case NESTED -> Arrays.asList(1, map(parts), new Pair(Optional.ofNullable(parts.get(0)), parts.toArray()));
        };
    }

    private static List<@Nullable Object> list(List<? extends @Nullable Object> parts) {
        return Collections.unmodifiableList(parts);
    }

    private static Map<String, @Nullable Object> map(List<? extends @Nullable Object> parts) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            map.put("part " + i, parts.get(i));
        }
        return map;
    }
}
