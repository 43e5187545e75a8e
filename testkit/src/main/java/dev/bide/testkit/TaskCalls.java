package dev.bide.testkit;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.Task3;
import dev.bide.Task4;
import org.jspecify.annotations.Nullable;

/**
 * Calls with the function first, {@code task(f).call(a, b)}, in every arity and, up to four, every way to mix plain and lazy
 * arguments.
 */
final class TaskCalls {
    private TaskCalls() {}

    /** Calls a recorded task with plain and lazy arguments, up to eight. */
    static Delayed<?> call(Calls calls, int task, @Nullable Object... a) {
        return switch (a.length) {
            case 0 -> Bide.task(() -> calls.call(task)).call();
            case 1 -> call(Task1.of((b) -> calls.call(task, b)), a);
            case 2 -> call(Task2.of((b, c) -> calls.call(task, b, c)), a);
            case 3 -> call(Task3.of((b, c, d) -> calls.call(task, b, c, d)), a);
            case 4 -> call(Task4.of((b, c, d, e) -> calls.call(task, b, c, d, e)), a);
            default -> callMany(calls, task, a);
        };
    }

    private static Delayed<?> callMany(Calls calls, int task, @Nullable Object... a) {
        return switch (a.length) {
            case 5 ->
                Bide
                        .<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object,
                                @Nullable Object>
                                task((b, c, d, e, f) -> calls.call(task, b, c, d, e, f))
                        .call(lazy(a[0]), lazy(a[1]), lazy(a[2]), lazy(a[3]), lazy(a[4]));
            case 6 ->
                Bide
                        .<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object,
                                @Nullable Object, @Nullable Object>
                                task((b, c, d, e, f, g) -> calls.call(task, b, c, d, e, f, g))
                        .call(lazy(a[0]), lazy(a[1]), lazy(a[2]), lazy(a[3]), lazy(a[4]), lazy(a[5]));
            case 7 ->
                Bide
                        .<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object,
                                @Nullable Object, @Nullable Object, @Nullable Object>
                                task((b, c, d, e, f, g, h) -> calls.call(task, b, c, d, e, f, g, h))
                        .call(lazy(a[0]), lazy(a[1]), lazy(a[2]), lazy(a[3]), lazy(a[4]), lazy(a[5]), lazy(a[6]));
            case 8 ->
                Bide
                        .<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object,
                                @Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object>
                                task((b, c, d, e, f, g, h, i) -> calls.call(task, b, c, d, e, f, g, h, i))
                        .call(
                                lazy(a[0]),
                                lazy(a[1]),
                                lazy(a[2]),
                                lazy(a[3]),
                                lazy(a[4]),
                                lazy(a[5]),
                                lazy(a[6]),
                                lazy(a[7]));
            default -> throw new IllegalArgumentException("no function takes " + a.length + " arguments");
        };
    }

    private static Delayed<?> call(Task1<@Nullable Object, @Nullable Object> of, @Nullable Object... a) {
        return switch (lazyOnes(a)) {
            case 0 -> of.call(a[0]);
            default -> of.call(lazy(a[0]));
        };
    }

    private static Delayed<?> call(
            Task2<@Nullable Object, @Nullable Object, @Nullable Object> of, @Nullable Object... a) {
        return switch (lazyOnes(a)) {
            case 0 -> of.call(a[0], a[1]);
            case 1 -> of.call(lazy(a[0]), a[1]);
            case 2 -> of.call(a[0], lazy(a[1]));
            default -> of.call(lazy(a[0]), lazy(a[1]));
        };
    }

    private static Delayed<?> call(
            Task3<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object> of, @Nullable Object... a) {
        return switch (lazyOnes(a)) {
            case 0 -> of.call(a[0], a[1], a[2]);
            case 1 -> of.call(lazy(a[0]), a[1], a[2]);
            case 2 -> of.call(a[0], lazy(a[1]), a[2]);
            case 3 -> of.call(lazy(a[0]), lazy(a[1]), a[2]);
            case 4 -> of.call(a[0], a[1], lazy(a[2]));
            case 5 -> of.call(lazy(a[0]), a[1], lazy(a[2]));
            case 6 -> of.call(a[0], lazy(a[1]), lazy(a[2]));
            default -> of.call(lazy(a[0]), lazy(a[1]), lazy(a[2]));
        };
    }

    private static Delayed<?> call(
            Task4<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object> of,
            @Nullable Object... a) {
        return switch (lazyOnes(a)) {
            case 0 -> of.call(a[0], a[1], a[2], a[3]);
            case 1 -> of.call(lazy(a[0]), a[1], a[2], a[3]);
            case 2 -> of.call(a[0], lazy(a[1]), a[2], a[3]);
            case 3 -> of.call(lazy(a[0]), lazy(a[1]), a[2], a[3]);
            case 4 -> of.call(a[0], a[1], lazy(a[2]), a[3]);
            case 5 -> of.call(lazy(a[0]), a[1], lazy(a[2]), a[3]);
            case 6 -> of.call(a[0], lazy(a[1]), lazy(a[2]), a[3]);
            case 7 -> of.call(lazy(a[0]), lazy(a[1]), lazy(a[2]), a[3]);
            case 8 -> of.call(a[0], a[1], a[2], lazy(a[3]));
            case 9 -> of.call(lazy(a[0]), a[1], a[2], lazy(a[3]));
            case 10 -> of.call(a[0], lazy(a[1]), a[2], lazy(a[3]));
            case 11 -> of.call(lazy(a[0]), lazy(a[1]), a[2], lazy(a[3]));
            case 12 -> of.call(a[0], a[1], lazy(a[2]), lazy(a[3]));
            case 13 -> of.call(lazy(a[0]), a[1], lazy(a[2]), lazy(a[3]));
            case 14 -> of.call(a[0], lazy(a[1]), lazy(a[2]), lazy(a[3]));
            default -> of.call(lazy(a[0]), lazy(a[1]), lazy(a[2]), lazy(a[3]));
        };
    }

    /** Which of the arguments are lazy, a bit each. */
    private static int lazyOnes(@Nullable Object... a) {
        int bits = 0;
        for (int i = 0; i < a.length; i++) {
            bits |= a[i] instanceof Delayed ? 1 << i : 0;
        }
        return bits;
    }

    private static Delayed<?> lazy(@Nullable Object argument) {
        return argument instanceof Delayed<?> delayed ? delayed : Bide.<@Nullable Object>value(argument);
    }
}
