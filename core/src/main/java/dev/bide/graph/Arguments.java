package dev.bide.graph;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Searches a plain argument for nodes inside it.
 *
 * <p>O(size) for lists, sets, maps, arrays, {@code Optional}s and records that could hold a node; O(1) for everything
 * else. The argument itself is never copied or changed: where it holds no node it is passed as it is.
 */
final class Arguments {
    /** Deeper structures are refused, so that a search cannot overflow the stack or go round in a circle. */
    static final int MAX_DEPTH = 500;

    private final Predicate<Object> isHole;
    private final List<Object> holes = new ArrayList<>();
    /** Structures searched already: what several places share is searched once. */
    private final Set<Object> withoutHole = Collections.newSetFromMap(new IdentityHashMap<>());

    private final IdentityHashMap<Object, Template.Inner> withHole = new IdentityHashMap<>();

    /** The deepest level that the search has come to, inside the structure that it is at. */
    private int deepest;

    private final int position;
    private final boolean lenient;

    private Arguments(Predicate<Object> isHole, int position, boolean lenient) {
        this.isHole = isHole;
        this.position = position;
        this.lenient = lenient;
    }

    /** Gives the argument, or a template if it has nodes inside. */
    static @Nullable Object search(@Nullable Object argument, int position) {
        if (argument == null || argument instanceof Node) {
            return argument;
        }
        return Reach.of(argument.getClass()) == Reach.NONE
                ? argument
                : search(argument, position, Node.class::isInstance);
    }

    /** Gives the argument, or a template if what {@code isHole} accepts is inside. */
    static @Nullable Object search(@Nullable Object argument, int position, Predicate<Object> isHole) {
        if (argument == null || isHole.test(argument)) {
            return argument;
        }
        Arguments search = new Arguments(isHole, position, false);
        return search.template(argument);
    }

    /** As {@link #search(Object, int)}, but nodes out of reach are passed over. */
    static @Nullable Object searchLeniently(Object argument) {
        return new Arguments(Node.class::isInstance, 0, true).template(argument);
    }

    private @Nullable Object template(Object argument) {
        Template.Part part = part(argument, 0);
        return part == null ? argument : new Template(List.copyOf(holes), part);
    }

    /** The part that builds this value, or {@code null} if there is no hole in it. */
    private Template.@Nullable Part part(@Nullable Object value, int depth) {
        if (value == null) {
            return null;
        }
        if (isHole.test(value)) {
            int hole = holes.size();
            holes.add(value);
            return values -> values.of(hole);
        }
        Reach reach = Reach.of(value.getClass());
        if (reach == Reach.NONE || withoutHole.contains(value)) {
            return null;
        }
        Template.Inner known = withHole.get(value);
        if (depth + (known == null ? 0 : known.height()) > MAX_DEPTH) {
            if (lenient) {
                return null;
            }
            throw new IllegalArgumentException(GraphErrors.tooDeep(position, MAX_DEPTH));
        }
        if (known != null) {
            known.share();
            deepest = Math.max(deepest, depth + known.height());
            return known;
        }
        return depth == 0 ? part(value, reach, depth) : inner(value, reach, depth);
    }

    private Template.@Nullable Part inner(Object value, Reach reach, int depth) {
        int before = deepest;
        deepest = depth;
        Template.Part part = part(value, reach, depth);
        int height = deepest - depth;
        deepest = Math.max(before, deepest);
        if (part == null) {
            withoutHole.add(value);
            return null;
        }
        Template.Inner inner = new Template.Inner(part, height);
        withHole.put(value, inner);
        return inner;
    }

    private Template.@Nullable Part part(Object value, Reach reach, int depth) {
        return switch (reach) {
            case NONE -> null;
            case COLLECTION -> collection((Collection<?>) value, depth);
            case MAP -> map((Map<?, ?>) value, depth);
            case ENTRY -> entry((Map.Entry<?, ?>) value, depth);
            case ARRAY -> array((Object[]) value, depth);
            case OPTIONAL -> optional((Optional<?>) value, depth);
            case RECORD -> record((Record) value, depth);
            case OPAQUE -> refuse(value);
        };
    }

    /** Nothing is made before the first hole is found: most structures have none. */
    private Template.Part @Nullable [] parts(@Nullable Object[] values, int depth) {
        Template.Part[] parts = null;
        for (int i = 0; i < values.length; i++) {
            Template.Part part = part(values[i], depth + 1);
            if (part != null) {
                parts = parts == null ? constants(values) : parts;
                parts[i] = part;
            }
        }
        return parts;
    }

    /** The copy is for collections that other threads change meanwhile. */
    private Template.@Nullable Part collection(Collection<?> values, int depth) {
        Template.Part[] parts = parts(read(values.toArray(), values), depth);
        if (parts == null || lenient) {
            return parts == null ? null : ignored -> values;
        }
        return Structures.collection(values, parts, position);
    }

    /** What the user's own class gives may be nothing. */
    private <V> V read(@Nullable V content, Object of) {
        if (content == null) {
            throw new IllegalArgumentException(GraphErrors.unreadable(position, of.getClass(), null));
        }
        return content;
    }

    private Template.@Nullable Part map(Map<?, ?> map, int depth) {
        Map.Entry<?, ?>[] entries = read(map.entrySet(), map).toArray(Map.Entry<?, ?>[]::new);
        @Nullable Object[] keys = Arrays.stream(entries).map(Map.Entry::getKey).toArray();
        @Nullable
        Object[] values = Arrays.stream(entries).map(Map.Entry::getValue).toArray();
        Template.Part[] keyParts = parts(keys, depth);
        Template.Part[] valueParts = parts(values, depth);
        if (keyParts == null && valueParts == null) {
            return null;
        }
        return Structures.map(
                map,
                keyParts != null ? keyParts : constants(keys),
                valueParts != null ? valueParts : constants(values));
    }

    private static Template.Part[] constants(@Nullable Object[] values) {
        return Arrays.stream(values)
                .map(value -> (Template.Part) ignored -> value)
                .toArray(Template.Part[]::new);
    }

    private Template.@Nullable Part entry(Map.Entry<?, ?> entry, int depth) {
        Template.Part[] parts = parts(new Object[] {entry.getKey(), entry.getValue()}, depth);
        return parts == null
                ? null
                : values -> new AbstractMap.SimpleImmutableEntry<>(parts[0].fill(values), parts[1].fill(values));
    }

    private Template.@Nullable Part array(Object[] array, int depth) {
        Template.Part[] parts = parts(array, depth);
        if (parts == null) {
            return null;
        }
        Class<?> component = array.getClass().getComponentType();
        Class<?> made = made(component);
        return values -> Structures.fill((Object[]) Array.newInstance(made, parts.length), parts, values);
    }

    /** Where nodes were there will be results of any type, at any depth. */
    private static Class<?> made(Class<?> component) {
        if (component.isArray()) {
            return made(component.getComponentType()).arrayType();
        }
        return holdsHole(component) ? Object.class : component;
    }

    /** Whether no result can stand in such a place. */
    private static boolean holdsHole(Class<?> type) {
        return Node.class.isAssignableFrom(type) || type == Ref.class;
    }

    private Template.@Nullable Part optional(Optional<?> optional, int depth) {
        Template.Part part = part(optional.orElse(null), depth + 1);
        return part == null ? null : values -> Optional.ofNullable(part.fill(values));
    }

    private Template.@Nullable Part record(Record record, int depth) {
        List<@Nullable Object> components = components(record);
        Template.Part[] parts = parts(components.toArray(), depth);
        if (parts == null) {
            return null;
        }
        RecordComponent[] types = record.getClass().getRecordComponents();
        for (int i = 0; i < types.length; i++) {
            if (!lenient && isHole(components.get(i)) && holdsHole(types[i].getType())) {
                throw new IllegalArgumentException(
                        GraphErrors.unreachable(position, record.getClass(), types[i].getName()));
            }
        }
        return Structures.record(record.getClass(), parts);
    }

    /** The accessors of a record are the user's, and may throw. */
    private List<@Nullable Object> components(Record record) {
        try {
            return Structures.components(record);
        } catch (InvocationTargetException thrown) {
            if (lenient) {
                return List.of();
            }
            throw new IllegalArgumentException(
                    GraphErrors.unreadable(position, record.getClass(), thrown.getCause()), thrown.getCause());
        }
    }

    private boolean isHole(@Nullable Object value) {
        return value != null && isHole.test(value);
    }

    private Template.@Nullable Part refuse(Object value) {
        String field = lenient ? null : Reach.fieldWithNode(value);
        if (field != null) {
            throw new IllegalArgumentException(GraphErrors.unreachable(position, value.getClass(), field));
        }
        return null;
    }
}
