package dev.bide.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a program starts. As in Java 25, it need be neither public nor static, and may leave out its parameter.
 *
 * @param method the method
 */
record MainMethod(Method method) {
    static Optional<MainMethod> of(Class<?> type) {
        return find(type, String[].class).or(() -> find(type));
    }

    private static Optional<MainMethod> find(Class<?> type, Class<?>... parameters) {
        try {
            Method method = type.getDeclaredMethod("main", parameters);
            method.setAccessible(true);
            return Optional.of(new MainMethod(method));
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        }
    }

    void call(String... arguments) throws Throwable {
        Object[] given = method.getParameterCount() == 0 ? new Object[0] : new Object[] {arguments};
        try {
            method.invoke(receiver(), given);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    private @Nullable Object receiver() throws ReflectiveOperationException {
        if (Modifier.isStatic(method.getModifiers())) {
            return null;
        }
        Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
