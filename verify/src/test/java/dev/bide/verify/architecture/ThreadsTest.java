package dev.bide.verify.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where threads and clocks are, and which threads are nobody's. */
class ThreadsTest {
    private static final Rule ONE_PLACE = new Rule(
            "dev.bide.internal: the only place in core with threads and clocks.",
            "let dev.bide.internal do it. If it is no more than a type in a signature, give the reason in"
                    + " ThreadsTest.KNOWN.");

    /** Who in core names types of threads elsewhere, and why. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            // The factory on(ExecutorService) is given the user's executor.
            "dev.bide.Schedulers",
            Set.of("ExecutorService"),
            // Runs of several schedulers share one; nobody waits for its lock longer than a step takes.
            "dev.bide.graph.Limit",
            Set.of("Lock", "ReentrantLock"),
            // What is made into bytes calls back by a method that takes no argument.
            "dev.bide.graph.Transit",
            Set.of("ThreadLocal"),
            // One permit, only ever tried: nobody waits. It orders one planner's marks before the next one's.
            "dev.bide.graph.PlanBuilder",
            Set.of("Semaphore"));

    @Test
    void core_outsideInternal_hasNoThreads() {
        ONE_PLACE.check(namesOfThreads()
                .filter(dependency -> !isKnown(dependency))
                .map(Dependency::getDescription)
                .toList());
    }

    @Test
    void core_outsideInternal_readsNoClock() {
        ONE_PLACE.check(accesses(Core.classesOutsideInternal(), Threads::readsAClock));
    }

    @Test
    void core_outsideInternal_locksNothing() {
        ONE_PLACE.check(House.breaches(Core.sourcesOutsideInternal(), Monitors::new));
    }

    @Test
    void known_eachException_isStillNeeded() {
        Set<String> needed = namesOfThreads()
                .map(dependency -> outermost(dependency.getOriginClass()) + " "
                        + dependency.getTargetClass().getSimpleName())
                .collect(Collectors.toSet());

        new Rule("An exception ends with its reason.", "delete it from ThreadsTest.KNOWN.")
                .check(KNOWN.entrySet().stream()
                        .flatMap(known -> known.getValue().stream().map(type -> known.getKey() + " " + type))
                        .filter(exception -> !needed.contains(exception))
                        .toList());
    }

    @Test
    void modules_all_leaveTheCommonPoolAlone() {
        new Rule("Never the JVM's common pool.", "pass an executor, or make the loop a graph.")
                .check(accesses(House.classes().stream(), Threads::usesTheCommonPool));
    }

    private static Stream<Dependency> namesOfThreads() {
        return Core.classesOutsideInternal()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> Threads.isThreads(dependency.getTargetClass()));
    }

    private static Set<String> accesses(Stream<JavaClass> classes, Predicate<JavaAccess<?>> which) {
        return classes.flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(which)
                .map(JavaAccess::getDescription)
                .collect(Collectors.toSet());
    }

    private static boolean isKnown(Dependency dependency) {
        return KNOWN.getOrDefault(outermost(dependency.getOriginClass()), Set.of())
                .contains(dependency.getTargetClass().getSimpleName());
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceAll("\\$.*", "");
    }
}
