package dev.bide.store;

import dev.bide.graph.Recipe;
import dev.bide.graph.Task;
import dev.bide.graph.TaskOptions;
import java.lang.invoke.SerializedLambda;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives the hashes of functions: of a lambda or method reference the class and the method behind it, the class file of that
 * class and what was captured; of another object its class, the file and what serialisation writes of it.
 */
final class Functions {
    private final Values values;
    private IdentityHashMap<Object, Map<Version, byte[]>> known = new IdentityHashMap<>();

    Functions(Values values) {
        this.values = values;
    }

    /** What stands for the code: nothing else, or a version and the name that its task was given. */
    private record Version(
            @Nullable String number, @Nullable String name) {
        static final Version NONE = new Version(null, null);

        static Version of(TaskOptions options) {
            return options.version() == null ? NONE : new Version(options.version(), options.name());
        }
    }

    void letGo() {
        if (!known.isEmpty()) {
            known = new IdentityHashMap<>();
        }
    }

    byte[] of(Task task) {
        return of(Recipe.functionOf(task), Recipe.optionsOf(task));
    }

    byte[] of(Object function) {
        return of(function, TaskOptions.NONE);
    }

    byte[] of(Object function, TaskOptions options) {
        Map<Version, byte[]> hashes = known.computeIfAbsent(function, ignored -> new HashMap<>());
        Version version = Version.of(options);
        byte[] hash = hashes.get(version);
        if (hash == null) {
            hash = values.hashed(sink -> put(function, version, sink));
            hashes.put(version, hash);
        }
        return hash;
    }

    /** Of a lambda that was met on the way to being written. */
    byte[] of(SerializedLambda lambda) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return values.hashed(sink -> put(lambda, loader, Version.NONE, sink));
    }

    private void put(Object function, Version version, Sink to) {
        SerializedLambda lambda = Recipe.lambda(function);
        if (lambda != null) {
            put(lambda, function.getClass().getClassLoader(), version, to);
        } else if (function.getClass().isHidden()) {
            throw Unkeyable.because("a lambda of which Bide cannot read what it captured. Open the package "
                    + function.getClass().getPackageName() + " to dev.bide.core in its module-info");
        } else {
            to.tag(Tag.OBJECT).text(function.getClass().getName());
            putCode(function.getClass(), version, to);
            if (Shape.of(function.getClass()) == Shape.SERIALIZABLE) {
                Serialized.put(values, function, to);
            } else {
                values.put(function, to);
            }
        }
    }

    private void put(SerializedLambda lambda, @Nullable ClassLoader loader, Version version, Sink to) {
        to.tag(Tag.LAMBDA)
                .text(lambda.getImplClass())
                .text(nameOf(lambda, version))
                .text(lambda.getImplMethodSignature())
                .number(lambda.getImplMethodKind());
        putCode(owner(lambda, loader), version, to);
        to.number(lambda.getCapturedArgCount());
        for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
            putCaptured(lambda.getCapturedArg(i), to);
        }
    }

    private void putCaptured(@Nullable Object captured, Sink to) {
        try {
            values.put(captured, to);
        } catch (Unkeyable refused) {
            throw refused.refusal() != null
                    ? refused
                    : Unkeyable.because("a function that captured " + refused.getMessage());
        }
    }

    /** The compiler numbers the lambdas of a class, which changes with each that is added before. */
    private static String nameOf(SerializedLambda lambda, Version version) {
        boolean numbered = lambda.getImplMethodName().startsWith("lambda$");
        return numbered && version.name() != null ? "task " + version.name() : lambda.getImplMethodName();
    }

    private static Class<?> owner(SerializedLambda lambda, @Nullable ClassLoader loader) {
        String name = lambda.getImplClass().replace('/', '.');
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError missing) {
            throw Unkeyable.because("a function of the class " + name + ", which cannot be found: " + missing);
        }
    }

    private static void putCode(Class<?> owner, Version version, Sink to) {
        if (version.number() != null) {
            to.number((byte) 1).text(version.number());
        } else if (Shape.isPlatform(owner)) {
            to.number((byte) 2);
        } else {
            to.number((byte) 0).hash(Objects.requireNonNull(ClassFile.of(owner).hash()));
        }
    }
}
