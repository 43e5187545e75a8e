package dev.bide.verify.architecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Tells threads, clocks and the common pool from the rest of the JDK. */
final class Threads {
    private static final Set<String> TYPES = Set.of(
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ThreadLocal",
            "java.lang.InheritableThreadLocal",
            "java.util.Timer",
            "java.util.TimerTask");

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.util.Date.<init>",
            "java.util.Calendar.getInstance");

    private static final Set<String> MONITOR =
            Set.of("java.lang.Object.wait", "java.lang.Object.notify", "java.lang.Object.notifyAll");

    private Threads() {}

    /** Of {@code java.util.concurrent} all but the exceptions, and the future that {@code Run} gives. */
    static boolean isThreads(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        boolean concurrent = name.startsWith("java.util.concurrent.")
                && !name.endsWith("Exception")
                && !name.equals(CompletableFuture.class.getName());
        return concurrent || TYPES.contains(name);
    }

    static boolean readsAClock(JavaAccess<?> access) {
        String target = qualified(access.getTarget());
        boolean now = target.startsWith("java.time.") && target.endsWith(".now");
        return now || target.startsWith("java.time.Clock.") || CLOCKS.contains(target) || MONITOR.contains(target);
    }

    static boolean usesTheCommonPool(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String name = target.getName();
        boolean parallel = name.equals("commonPool") || name.startsWith("parallel");
        return qualified(target).startsWith("java.util.") && (parallel || isAsyncWithoutExecutor(target));
    }

    private static boolean isAsyncWithoutExecutor(AccessTarget target) {
        return target.getName().endsWith("Async")
                && target.getOwner().isAssignableTo(CompletionStage.class)
                && target instanceof CodeUnitAccessTarget method
                && method.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Executor.class));
    }

    private static String qualified(AccessTarget target) {
        return target.getOwner().getName() + "." + target.getName();
    }
}
