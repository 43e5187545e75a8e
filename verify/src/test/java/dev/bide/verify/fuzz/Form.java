package dev.bide.verify.fuzz;

import dev.bide.graph.Ref;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ways to put values together, with references for some of them or with their results. */
enum Form {
    LIST,
    ARRAY_LIST,
    SET,
    /** Keys and values in turn. */
    MAP,
    HASH_MAP,
    ENTRY,
    ARRAY,
    OPTIONAL,
    PAIR,
    /** An array that can hold nothing but references. */
    REFS,
    /** Neither list nor set: with a reference inside it is refused. */
    SHUT,
    /** A record whose component can hold nothing but a reference: refused. */
    NAMED;

    /** A record to hide things in. */
    record Pair(@Nullable Object left, @Nullable Object right) {}

    /** Another, which does not say what it could hold instead. */
    record Named(Ref ref) {}

    /** Whether it is refused where there is a reference inside. */
    boolean refused() {
        return this == SHUT || this == NAMED;
    }

    boolean onlyReferences() {
        return this == REFS || this == NAMED;
    }

    /** How many parts it has, or 0 for any even number. */
    int parts() {
        return switch (this) {
            case OPTIONAL -> 1;
            case ENTRY, PAIR -> 2;
            default -> 0;
        };
    }

    /** Puts values together, {@link Outcome#FAILED} where that cannot be. */
    @Nullable
    Object of(List<? extends @Nullable Object> parts) {
        return switch (this) {
            case LIST, SHUT, NAMED -> Collections.unmodifiableList(parts);
            case ARRAY_LIST -> new ArrayList<>(parts);
            case SET -> new LinkedHashSet<>(parts);
            case MAP -> map(parts);
            case HASH_MAP -> map(parts) instanceof Map<?, ?> map ? new HashMap<>(map) : Outcome.FAILED;
            case ENTRY -> new AbstractMap.SimpleImmutableEntry<>(parts.get(0), parts.get(1));
            case ARRAY, REFS -> parts.toArray();
            case OPTIONAL -> Optional.ofNullable(parts.get(0));
            case PAIR -> new Pair(parts.get(0), parts.get(1));
        };
    }

    /** As {@link #of}, with the type that the builder is given. */
    @Nullable
    Object given(List<? extends @Nullable Object> parts) {
        return switch (this) {
            case REFS -> parts.toArray(Ref[]::new);
            case SHUT -> Collections.unmodifiableCollection(parts);
            case NAMED -> new Named((Ref) parts.get(0));
            default -> of(parts);
        };
    }

    private static Object map(List<? extends @Nullable Object> parts) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i + 1 < parts.size(); i += 2) {
            map.put(parts.get(i), parts.get(i + 1));
        }
        return map.size() == parts.size() / 2 ? map : Outcome.FAILED;
    }
}
