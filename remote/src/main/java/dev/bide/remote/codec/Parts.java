package dev.bide.remote.codec;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;

/** What an object holds that travels with it, each with its name for a reader. */
final class Parts {
    /** How names of fields begin. */
    static final String FIELD = "field ";

    private Parts() {}

    /** Classes that hold nothing to look into. */
    static boolean isLeaf(Class<?> type) {
        return type == String.class
                || Number.class.isAssignableFrom(type) && Dangers.isOfJdk(type)
                || type == Boolean.class
                || type == Character.class
                || type.isArray() && type.getComponentType().isPrimitive();
    }

    static void of(Object object, BiConsumer<String, Object> each) {
        BiConsumer<String, Object> known = (name, part) -> {
            if (part != null) {
                each.accept(name, part);
            }
        };
        try {
            if (object instanceof Object[] array) {
                for (int i = 0; i < array.length; i++) {
                    known.accept("element " + i, array[i]);
                }
            } else if (Lambda.isFunction(object.getClass())) {
                ofFunction(object, known);
            } else {
                ofContainer(object, known);
                ofFields(object, known);
            }
        } catch (ReflectiveOperationException | RuntimeException cannotLook) {
            known.accept("cause", cannotLook);
        }
    }

    private static void ofFunction(Object function, BiConsumer<String, Object> each)
            throws ReflectiveOperationException {
        Lambda lambda = Lambda.of(function.getClass());
        if (lambda != null) {
            Object[] captured = lambda.captured(function);
            for (int i = 0; i < captured.length; i++) {
                each.accept(lambda.nameOfCaptured(function, i), captured[i]);
            }
        }
    }

    private static void ofContainer(Object object, BiConsumer<String, Object> each) {
        if (object instanceof Collection<?> elements) {
            int i = 0;
            for (Object element : elements) {
                each.accept("element " + i++, element);
            }
        } else if (object instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                each.accept("a key", key);
                each.accept("the value of " + label(key), value);
            });
        } else if (object instanceof Map.Entry<?, ?> entry) {
            each.accept("the key", entry.getKey());
            each.accept("the value", entry.getValue());
        } else if (object instanceof Optional<?> optional) {
            each.accept("the value", optional.orElse(null));
        } else if (object instanceof AtomicReference<?> reference) {
            each.accept("the value", reference.get());
        } else if (object instanceof Throwable failure) {
            each.accept("the cause", failure.getCause());
            for (Throwable suppressed : failure.getSuppressed()) {
                each.accept("a suppressed exception", suppressed);
            }
        }
    }

    private static String label(Object key) {
        return key instanceof String || key instanceof Number || key instanceof Enum<?> ? "key " + key : "a key";
    }

    /** Fields of the JDK's classes are its own affair, and closed to us. */
    private static void ofFields(Object object, BiConsumer<String, Object> each) throws IllegalAccessException {
        for (Class<?> type = object.getClass(); type != null && !Dangers.isOfJdk(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                boolean travels = !Modifier.isStatic(modifiers)
                        && !Modifier.isTransient(modifiers)
                        && !field.getType().isPrimitive();
                if (travels && field.trySetAccessible()) {
                    each.accept(FIELD + field.getName(), field.get(object));
                }
            }
        }
    }
}
