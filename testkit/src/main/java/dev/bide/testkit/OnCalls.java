package dev.bide.testkit;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.On1;
import dev.bide.On2;
import dev.bide.On3;
import dev.bide.On4;
import dev.bide.On5;
import dev.bide.On6;
import dev.bide.On7;
import dev.bide.On8;
import org.jspecify.annotations.Nullable;

/**
 * Calls with the arguments first, {@code on(a, b).call(f)}, in every arity and, up to four, every way to mix plain and lazy
 * arguments.
 */
final class OnCalls {
    private OnCalls() {}

    /** Calls a recorded function with plain and lazy arguments, one to eight. */
    static Delayed<?> call(Calls calls, int task, @Nullable Object... a) {
        return switch (a.length) {
            case 1 -> on1(a).<@Nullable Object>call((b) -> calls.call(task, b));
            case 2 -> on2(a).<@Nullable Object>call((b, c) -> calls.call(task, b, c));
            case 3 -> on3(a).<@Nullable Object>call((b, c, d) -> calls.call(task, b, c, d));
            case 4 -> on4(a).<@Nullable Object>call((b, c, d, e) -> calls.call(task, b, c, d, e));
            case 5 -> on5(a).<@Nullable Object>call((b, c, d, e, f) -> calls.call(task, b, c, d, e, f));
            case 6 -> on6(a).<@Nullable Object>call((b, c, d, e, f, g) -> calls.call(task, b, c, d, e, f, g));
            case 7 -> on7(a).<@Nullable Object>call((b, c, d, e, f, g, h) -> calls.call(task, b, c, d, e, f, g, h));
            case 8 ->
                on8(a).<@Nullable Object>call((b, c, d, e, f, g, h, i) -> calls.call(task, b, c, d, e, f, g, h, i));
            default -> throw new IllegalArgumentException("on(..) does not take " + a.length + " arguments");
        };
    }

    /** Calls a recorded procedure with plain and lazy arguments, one to eight. */
    static Delayed<?> run(Calls calls, int task, @Nullable Object... a) {
        return switch (a.length) {
            case 1 -> on1(a).run((b) -> calls.call(task, b));
            case 2 -> on2(a).run((b, c) -> calls.call(task, b, c));
            case 3 -> on3(a).run((b, c, d) -> calls.call(task, b, c, d));
            case 4 -> on4(a).run((b, c, d, e) -> calls.call(task, b, c, d, e));
            case 5 -> on5(a).run((b, c, d, e, f) -> calls.call(task, b, c, d, e, f));
            case 6 -> on6(a).run((b, c, d, e, f, g) -> calls.call(task, b, c, d, e, f, g));
            case 7 -> on7(a).run((b, c, d, e, f, g, h) -> calls.call(task, b, c, d, e, f, g, h));
            case 8 -> on8(a).run((b, c, d, e, f, g, h, i) -> calls.call(task, b, c, d, e, f, g, h, i));
            default -> throw new IllegalArgumentException("on(..) does not take " + a.length + " arguments");
        };
    }

    private static On1<@Nullable Object> on1(@Nullable Object... a) {
        return switch (lazyOnes(a)) {
            case 0 -> Bide.on(a[0]);
            default -> Bide.on(lazy(a[0]));
        };
    }

    private static On2<@Nullable Object, @Nullable Object> on2(@Nullable Object... a) {
        return switch (lazyOnes(a)) {
            case 0 -> Bide.on(a[0], a[1]);
            case 1 -> Bide.on(lazy(a[0]), a[1]);
            case 2 -> Bide.on(a[0], lazy(a[1]));
            default -> Bide.on(lazy(a[0]), lazy(a[1]));
        };
    }

    private static On3<@Nullable Object, @Nullable Object, @Nullable Object> on3(@Nullable Object... a) {
        return switch (lazyOnes(a)) {
            case 0 -> Bide.on(a[0], a[1], a[2]);
            case 1 -> Bide.on(lazy(a[0]), a[1], a[2]);
            case 2 -> Bide.on(a[0], lazy(a[1]), a[2]);
            case 3 -> Bide.on(lazy(a[0]), lazy(a[1]), a[2]);
            case 4 -> Bide.on(a[0], a[1], lazy(a[2]));
            case 5 -> Bide.on(lazy(a[0]), a[1], lazy(a[2]));
            case 6 -> Bide.on(a[0], lazy(a[1]), lazy(a[2]));
            default -> Bide.on(lazy(a[0]), lazy(a[1]), lazy(a[2]));
        };
    }

    private static On4<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object> on4(
            @Nullable Object... a) {
        return switch (lazyOnes(a)) {
            case 0 -> Bide.on(a[0], a[1], a[2], a[3]);
            case 1 -> Bide.on(lazy(a[0]), a[1], a[2], a[3]);
            case 2 -> Bide.on(a[0], lazy(a[1]), a[2], a[3]);
            case 3 -> Bide.on(lazy(a[0]), lazy(a[1]), a[2], a[3]);
            case 4 -> Bide.on(a[0], a[1], lazy(a[2]), a[3]);
            case 5 -> Bide.on(lazy(a[0]), a[1], lazy(a[2]), a[3]);
            case 6 -> Bide.on(a[0], lazy(a[1]), lazy(a[2]), a[3]);
            case 7 -> Bide.on(lazy(a[0]), lazy(a[1]), lazy(a[2]), a[3]);
            case 8 -> Bide.on(a[0], a[1], a[2], lazy(a[3]));
            case 9 -> Bide.on(lazy(a[0]), a[1], a[2], lazy(a[3]));
            case 10 -> Bide.on(a[0], lazy(a[1]), a[2], lazy(a[3]));
            case 11 -> Bide.on(lazy(a[0]), lazy(a[1]), a[2], lazy(a[3]));
            case 12 -> Bide.on(a[0], a[1], lazy(a[2]), lazy(a[3]));
            case 13 -> Bide.on(lazy(a[0]), a[1], lazy(a[2]), lazy(a[3]));
            case 14 -> Bide.on(a[0], lazy(a[1]), lazy(a[2]), lazy(a[3]));
            default -> Bide.on(lazy(a[0]), lazy(a[1]), lazy(a[2]), lazy(a[3]));
        };
    }

    private static On5<@Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object, @Nullable Object> on5(
            @Nullable Object... a) {
        return Bide.on(lazy(a[0]), lazy(a[1]), lazy(a[2]), lazy(a[3]), lazy(a[4]));
    }

    private static On6<
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object>
            on6(@Nullable Object... a) {
        return Bide.on(lazy(a[0]), lazy(a[1]), lazy(a[2]), lazy(a[3]), lazy(a[4]), lazy(a[5]));
    }

    private static On7<
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object>
            on7(@Nullable Object... a) {
        return Bide.on(lazy(a[0]), lazy(a[1]), lazy(a[2]), lazy(a[3]), lazy(a[4]), lazy(a[5]), lazy(a[6]));
    }

    private static On8<
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object,
                    @Nullable Object>
            on8(@Nullable Object... a) {
        return Bide.on(lazy(a[0]), lazy(a[1]), lazy(a[2]), lazy(a[3]), lazy(a[4]), lazy(a[5]), lazy(a[6]), lazy(a[7]));
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
