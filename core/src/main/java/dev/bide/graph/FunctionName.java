package dev.bide.graph;

import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Names a function: by its method if it is a method reference, by its line if it is a lambda, else by its class. */
final class FunctionName {
    private FunctionName() {}

    static String of(Object function, @Nullable CallSite site) {
        if (!isHiddenLambda(function.getClass())) {
            return classNameOf(function.getClass());
        }
        SerializedLambda lambda = serialized(function);
        if (lambda == null || lambda.getImplMethodName().startsWith("lambda$")) {
            return site == null ? "lambda" : site.fileAndLine();
        }
        return lambda.getImplMethodName().equals("<init>")
                ? lastPart(lambda.getImplClass())
                : lambda.getImplMethodName();
    }

    /** The name of a class that implements a function by hand; an anonymous one goes by the class it stands in. */
    private static String classNameOf(Class<?> type) {
        Class<?> named = type;
        while (named.isAnonymousClass()) {
            named = named.getEnclosingClass();
        }
        return named.getSimpleName();
    }

    private static String lastPart(String className) {
        return className.substring(
                Math.max(Math.max(className.lastIndexOf('/'), className.lastIndexOf('.')), className.lastIndexOf('$'))
                        + 1);
    }

    static boolean isHiddenLambda(Class<?> type) {
        return type.isHidden() && type.isSynthetic();
    }

    /** What the compiler wrote down about a lambda, or {@code null} where the module that made it keeps it shut. */
    static @Nullable SerializedLambda serialized(Object function) {
        try {
            Method writeReplace = function.getClass().getDeclaredMethod("writeReplace");
            return writeReplace.trySetAccessible() && writeReplace.invoke(function) instanceof SerializedLambda lambda
                    ? lambda
                    : null;
        } catch (ReflectiveOperationException notALambda) {
            return null;
        }
    }
}
