package dev.bide.diagnostics.internal.terminal;

import java.util.stream.Stream;

/** Exceptions that look as if a task had thrown them. */
final class Failing {
    private Failing() {}

    /** One that was thrown in {@code com.acme.cv.Svm.fit}. */
    static <T extends Throwable> T inFit(T thrown) {
        return at(thrown, "com.acme.cv.Svm");
    }

    /** One that was thrown there by a class, called by the next ones, called by Bide. */
    static <T extends Throwable> T at(T thrown, String... classes) {
        Stream<String> bide = Stream.of(
                "dev.bide.graph.Plan", "dev.bide.graph.Plan", "dev.bide.internal.local.LocalRun", "java.lang.Thread");
        thrown.setStackTrace(Stream.concat(Stream.of(classes), bide)
                .map(name -> new StackTraceElement(name, "fit", "Svm.java", 88))
                .toArray(StackTraceElement[]::new));
        return thrown;
    }
}
