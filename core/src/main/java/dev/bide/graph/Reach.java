package dev.bide.graph;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far a search for nodes reaches into values of a class; found once for each class. */
enum Reach {
    /** No node can be inside, or nobody could tell. */
    NONE,
    COLLECTION,
    MAP,
    ENTRY,
    ARRAY,
    OPTIONAL,
    RECORD,
    /** Has fields that could hold a node, out of reach. */
    OPAQUE;

    private static final ClassValue<Reach> REACH = new ClassValue<>() {
        @Override
        protected Reach computeValue(Class<?> type) {
            return compute(type);
        }
    };

    private static final ClassValue<List<Field>> SUSPECTS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Stream.<Class<?>>iterate(type, c -> c != null && c != Object.class, Class::getSuperclass)
                    .flatMap(c -> Arrays.stream(c.getDeclaredFields()))
                    .filter(Reach::couldHoldNode)
                    .peek(AccessibleObject::trySetAccessible)
                    .toList();
        }
    };

    static Reach of(Class<?> type) {
        return REACH.get(type);
    }

    private static Reach compute(Class<?> type) {
        if (type.isArray()) {
            return isLeaf(type.getComponentType()) ? NONE : ARRAY;
        }
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .allMatch(Reach::isLeaf)
                    ? NONE
                    : RECORD;
        }
        if (Collection.class.isAssignableFrom(type)) {
            return COLLECTION;
        }
        if (Map.class.isAssignableFrom(type)) {
            return MAP;
        }
        if (Map.Entry.class.isAssignableFrom(type)) {
            return ENTRY;
        }
        if (type == Optional.class) {
            return OPTIONAL;
        }
        return CallSite.isPlatform(type)
                        || FunctionName.isHiddenLambda(type)
                        || SUSPECTS.get(type).isEmpty()
                ? NONE
                : OPAQUE;
    }

    /** No value of this declared type can be a node or hold one. */
    private static boolean isLeaf(Class<?> type) {
        if (type.isArray()) {
            return isLeaf(type.getComponentType());
        }
        boolean closed = Modifier.isFinal(type.getModifiers()) || type.isEnum();
        return type.isPrimitive() || closed && !type.isRecord() && type != Optional.class && of(type) == NONE;
    }

    /** Whether a field of this type could hold a node, directly or in a structure. */
    static boolean couldHold(Class<?> type) {
        return !isLeaf(type);
    }

    private static boolean couldHoldNode(Field field) {
        return !Modifier.isStatic(field.getModifiers()) && couldHoldNode(field.getGenericType());
    }

    /** Whether by its declaration a field may hold a node, itself or in a structure: {@code Object}, {@code List<?>}, ... */
    private static boolean couldHoldNode(Type type) {
        if (type instanceof Class<?> raw) {
            return raw.isArray()
                    ? couldHoldNode(raw.getComponentType())
                    : raw.isAssignableFrom(Node.class) || Node.class.isAssignableFrom(raw) || isStructure(raw);
        }
        if (type instanceof ParameterizedType generic) {
            return couldHoldNode(generic.getRawType()) && !isStructure((Class<?>) generic.getRawType())
                    || Arrays.stream(generic.getActualTypeArguments()).anyMatch(Reach::couldHoldNode);
        }
        if (type instanceof GenericArrayType array) {
            return couldHoldNode(array.getGenericComponentType());
        }
        Type[] bounds = type instanceof WildcardType wildcard
                ? wildcard.getUpperBounds()
                : ((TypeVariable<?>) type).getBounds();
        return Arrays.stream(bounds).anyMatch(Reach::couldHoldNode);
    }

    private static boolean isStructure(Class<?> type) {
        return Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || Map.Entry.class.isAssignableFrom(type)
                || type == Optional.class;
    }

    /** The field of this object that holds a node, or {@code null}. */
    static @Nullable String fieldWithNode(Object value) {
        for (Field field : SUSPECTS.get(value.getClass())) {
            if (holdsNode(field, value)) {
                return field.getName();
            }
        }
        return null;
    }

    /** Structures are looked into; of anything else that says it holds a {@code Delayed} its word is taken. */
    private static boolean holdsNode(Field field, Object value) {
        boolean saysSo = field.getGenericType().getTypeName().contains("dev.bide.Delayed");
        try {
            Object held = field.get(value);
            if (held == null || held instanceof Node) {
                return held != null;
            }
            return Arguments.searchLeniently(held) instanceof Template || saysSo && of(held.getClass()) == NONE;
        } catch (IllegalAccessException shut) {
            return saysSo;
        }
    }
}
