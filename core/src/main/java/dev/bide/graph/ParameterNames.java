package dev.bide.graph;

import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the names of a function's parameters, where the compiler wrote them down ({@code -parameters}). */
final class ParameterNames {
    private ParameterNames() {}

    /** As many names as asked for, {@code null} for those that are not known. */
    static List<@Nullable String> of(@Nullable Object function, int arity) {
        List<@Nullable String> names = function == null ? List.of() : names(function);
        return names.size() == arity ? names : Collections.nCopies(arity, null);
    }

    private static List<@Nullable String> names(Object function) {
        if (!FunctionName.isHiddenLambda(function.getClass())) {
            return List.of();
        }
        SerializedLambda lambda = FunctionName.serialized(function);
        if (lambda == null) {
            return List.of();
        }
        try {
            return behind(lambda, function.getClass().getClassLoader());
        } catch (ClassNotFoundException | LinkageError unknown) {
            return List.of();
        }
    }

    private static List<@Nullable String> behind(SerializedLambda lambda, ClassLoader loader)
            throws ClassNotFoundException {
        Class<?> owner = Class.forName(lambda.getImplClass().replace('/', '.'), false, loader);
        List<Executable> candidates = Stream.<Executable>concat(
                        Arrays.stream(owner.getDeclaredMethods())
                                .filter(method -> method.getName().equals(lambda.getImplMethodName())),
                        lambda.getImplMethodName().equals("<init>")
                                ? Arrays.stream(owner.getDeclaredConstructors())
                                : Stream.empty())
                .filter(each -> descriptor(each).equals(lambda.getImplMethodSignature()))
                .toList();
        return candidates.size() == 1 ? names(candidates.get(0), lambda.getCapturedArgCount()) : List.of();
    }

    /** A method that is not static takes its receiver first. What the lambda has captured comes before its arguments. */
    private static List<@Nullable String> names(Executable method, int captured) {
        List<@Nullable String> names = new ArrayList<>();
        if (!Modifier.isStatic(method.getModifiers()) && method instanceof Method) {
            names.add(null);
        }
        for (Parameter parameter : method.getParameters()) {
            names.add(parameter.isNamePresent() ? parameter.getName() : null);
        }
        return captured > names.size() ? List.of() : names.subList(captured, names.size());
    }

    /** With the type of the result: the compiler adds methods that differ from another in that alone. */
    private static String descriptor(Executable method) {
        Class<?> result = method instanceof Method each ? each.getReturnType() : void.class;
        return MethodType.methodType(result, method.getParameterTypes()).descriptorString();
    }
}
