package dev.bide.store;

import java.io.File;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** How the content of an object is found; decided once for each class. */
enum Shape {
    /** Strings, boxed numbers and truth values, classes. */
    PLAIN,
    ENUM,
    /** Its {@code toString} says all there is. */
    TEXT,
    OPTIONAL,
    ENTRY,
    RECORD,
    LIST,
    /** A set or map whose order means nothing and may be another in the next run. */
    SET,
    MAP,
    ORDERED_SET,
    ORDERED_MAP,
    ARRAY,
    FILE,
    LAMBDA,
    /** As Java's serialisation writes it. */
    SERIALIZABLE,
    NONE;

    private static final Set<Class<?>> PLAIN_TYPES = Set.of(
            String.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Character.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            Class.class);

    private static final List<Class<?>> TEXT_TYPES = List.of(
            BigInteger.class,
            BigDecimal.class,
            UUID.class,
            URI.class,
            URL.class,
            Charset.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class,
            TemporalAccessor.class,
            TemporalAmount.class,
            ZoneId.class);

    /** What is in their order comes from hash codes, which may be those of identity, or from chance. */
    private static final List<String> UNORDERED = List.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.Hashtable",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.ImmutableCollections",
            "java.util.concurrent.ConcurrentHashMap");

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return compute(type);
        }
    };

    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    private static Shape compute(Class<?> type) {
        if (PLAIN_TYPES.contains(type)) {
            return PLAIN;
        }
        if (Enum.class.isAssignableFrom(type)) {
            return ENUM;
        }
        if (type.isArray()) {
            return ARRAY;
        }
        if (Path.class.isAssignableFrom(type) || type == File.class) {
            return FILE;
        }
        if (Record.class.isAssignableFrom(type)) {
            return RECORD;
        }
        boolean serializable = Serializable.class.isAssignableFrom(type);
        if (serializable && type.isHidden() && type.isSynthetic()) {
            return LAMBDA;
        }
        Shape known = isPlatform(type) ? ofPlatform(type) : NONE;
        return known == NONE && serializable ? SERIALIZABLE : known;
    }

    private static Shape ofPlatform(Class<?> type) {
        if (TEXT_TYPES.stream().anyMatch(text -> text.isAssignableFrom(type))) {
            return TEXT;
        }
        if (type == Optional.class) {
            return OPTIONAL;
        }
        if (Map.Entry.class.isAssignableFrom(type)) {
            return ENTRY;
        }
        if (List.class.isAssignableFrom(type)) {
            return LIST;
        }
        boolean set = Set.class.isAssignableFrom(type);
        boolean wrapper = type.getName().startsWith("java.util.Collections$")
                || type.getName().endsWith("Properties");
        if (wrapper || !set && !Map.class.isAssignableFrom(type)) {
            return NONE;
        }
        boolean unordered = UNORDERED.stream()
                .anyMatch(name -> Stream.of(name, name + "$")
                        .anyMatch(start -> start.endsWith("$")
                                ? type.getName().startsWith(start)
                                : type.getName().equals(start)));
        return set ? unordered ? SET : ORDERED_SET : unordered ? MAP : ORDERED_MAP;
    }

    /** Whether a class is the JDK's own. */
    static boolean isPlatform(Class<?> type) {
        String module = type.getModule().getName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }
}
