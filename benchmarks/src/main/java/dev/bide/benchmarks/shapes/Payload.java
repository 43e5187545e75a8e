package dev.bide.benchmarks.shapes;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What each task does beside its digest: nothing, unless something is chosen before the first task of this JVM. From
 * then on the choice is a constant to the compiler, so that nothing costs nothing.
 */
final class Payload {
    private static @Nullable LongUnaryOperator choice;

    private Payload() {}

    /** Makes all tasks of this JVM do something with their digest. */
    static void choose(LongUnaryOperator payload) {
        choice = payload;
        if (!payload.equals(Fixed.CHOICE)) {
            throw new IllegalStateException("too late: a task has run in this JVM");
        }
    }

    static long of(long digest) {
        return Fixed.CHOICE == null ? digest : Fixed.CHOICE.applyAsLong(digest);
    }

    private static final class Fixed {
        static final @Nullable LongUnaryOperator CHOICE = choice;
    }
}
