package dev.bide.remote.codec;

import java.io.Closeable;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** What is never sent: classes that are alive in one JVM, and those by which bytes have been turned into attacks. */
final class Dangers {
    static final String OPEN_INSIDE = "make the class Serializable, or open it inside the task";
    static final String MAKE_INSIDE = "open or make it inside the task";

    private static final Set<Class<?>> HARMLESS = Set.of(
            Object.class, Record.class, Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    /** A user's class is alive if it is one of these and does not say that it can be sent. */
    private static final Set<Class<?>> ALIVE =
            Set.of(AutoCloseable.class, Closeable.class, Executor.class, Future.class, Lock.class);

    private static final String[] REFUSED = {
        "java.beans.",
        "java.lang.ClassLoader",
        "java.lang.Process",
        "java.lang.Runtime",
        "java.lang.Shutdown",
        "java.lang.System",
        "java.lang.Thread",
        "java.lang.ThreadGroup",
        "java.lang.ThreadLocal",
        "java.lang.ProcessBuilder",
        "java.lang.invoke.",
        "java.lang.reflect.",
        "java.net.URLClassLoader",
        "java.rmi.",
        "java.security.SignedObject",
        "java.util.ServiceLoader",
        "javax.management.",
        "javax.naming.",
        "javax.script.",
        "javax.swing.",
        "com.sun.",
        "jdk.internal.",
        "sun.",
        "bsh.",
        "clojure.",
        "com.mchange.v2.c3p0.",
        "com.zaxxer.hikari.",
        "org.apache.commons.beanutils.",
        "org.apache.commons.collections.functors.",
        "org.apache.commons.collections4.functors.",
        "org.apache.xalan.",
        "org.codehaus.groovy.runtime.",
        "org.mozilla.javascript.",
        "org.python.core.",
        "org.springframework.aop.",
        "org.springframework.beans.",
    };

    private static final String[] EXEMPT = {
        "java.lang.invoke.SerializedLambda",
        "java.lang.reflect.Proxy",
        "sun.nio.fs.",
        "sun.nio.cs.",
        "sun.util.calendar.",
        "com.sun.proxy.",
    };

    private Dangers() {}

    /** Whether bytes that name a class are refused for that alone. */
    static boolean isDangerous(String className) {
        int at = 0;
        while (at < className.length() && className.charAt(at) == '[') {
            at++;
        }
        int start = at > 0 && className.startsWith("L", at) ? at + 1 : at;
        return isAnyOf(className, start, REFUSED) && !isAnyOf(className, start, EXEMPT);
    }

    /** What ends in a dot is a package with all below it, the rest are classes. */
    private static boolean isAnyOf(String name, int start, String[] classes) {
        for (String prefix : classes) {
            if (name.startsWith(prefix, start) && (prefix.endsWith(".") || endsAt(name, start + prefix.length()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsAt(String name, int end) {
        return end == name.length() || name.charAt(end) == ';' || name.charAt(end) == '$';
    }

    static boolean isOfJdk(Class<?> type) {
        String module = type.getModule().getName();
        return module != null && (module.startsWith("java.") || module.startsWith("jdk."));
    }

    /** Why objects of a class are alive, and what to do; null for data. */
    static @Nullable String refusal(Class<?> type) {
        if (type.isArray() || type.isPrimitive() || type.isInterface()) {
            return null;
        }
        boolean serializable = Serializable.class.isAssignableFrom(type);
        if (Lambda.isFunction(type)) {
            return serializable ? null : lambdaAdvice();
        }
        if (isDangerous(type.getName())) {
            return MAKE_INSIDE;
        }
        if (isOfJdk(type)) {
            return serializable || isHarmless(type) ? null : adviceFor(type);
        }
        if (!serializable && ALIVE.stream().anyMatch(alive -> alive.isAssignableFrom(type))) {
            return OPEN_INSIDE;
        }
        return inheritsLife(type) ? MAKE_INSIDE : null;
    }

    static String lambdaAdvice() {
        return "let its interface extend java.io.Serializable, as dev.bide.graph.Fn1 does";
    }

    static String adviceFor(Class<?> type) {
        boolean view = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        return view ? "copy it into an ArrayList, HashSet or HashMap" : MAKE_INSIDE;
    }

    private static boolean isHarmless(Class<?> type) {
        return HARMLESS.contains(type) || Path.class.isAssignableFrom(type) || Charset.class.isAssignableFrom(type);
    }

    /** A thread, loader or stream of the JDK with something added stays one. */
    private static boolean inheritsLife(Class<?> type) {
        for (Class<?> above = type.getSuperclass(); above != null; above = above.getSuperclass()) {
            if (isOfJdk(above)) {
                return isDangerous(above.getName())
                        || !Serializable.class.isAssignableFrom(above)
                                && !isHarmless(above)
                                && !above.getName().startsWith("java.util.Abstract");
            }
        }
        return false;
    }
}
