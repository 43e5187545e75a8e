package dev.bide.testkit;

import static dev.bide.Bide.gather;

import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.testkit.Formula.Call;
import dev.bide.testkit.Formula.Constant;
import dev.bide.testkit.Formula.Grown;
import dev.bide.testkit.Formula.Shaped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ways to make a graph grow as it runs. Each is written twice: as a function that answers with a {@code Delayed}, and as a
 * formula. The functions capture results to be of the graph around them.
 */
enum Growths {
    /** Goes on with a value. */
    VALUE {
        @Override
        Drawn grow(Calls calls, int id, Drawn on, Drawn captured) {
            return new Drawn(
                    on.delayed().thenDelayed(x -> Bide.<@Nullable Object>value(calls.call(id, x))),
                    new Grown(id, on.formula(), x -> new Constant(Calls.result(id, x))));
        }
    },
    /** Goes on with a call that the graph had before. */
    CAPTURED {
        @Override
        Drawn grow(Calls calls, int id, Drawn on, Drawn captured) {
            Delayed<?> answer = captured.delayed();
            return new Drawn(
                    on.delayed().thenDelayed(x -> counted(calls, id, x, answer)),
                    new Grown(id, on.formula(), x -> captured.formula()));
        }
    },
    /** Goes on with a new call that uses one the graph had before. */
    NEW_CALL {
        @Override
        Drawn grow(Calls calls, int id, Drawn on, Drawn captured) {
            Delayed<?> used = captured.delayed();
            return new Drawn(
                    on.delayed().thenDelayed(x -> counted(calls, id, x, TaskCalls.call(calls, id + 1, used, x, used))),
                    new Grown(
                            id,
                            on.formula(),
                            x -> call(id + 1, captured.formula(), new Constant(x), captured.formula())));
        }
    },
    /** Goes on with a fan of calls that hides one the graph had before in a list. */
    FAN {
        @Override
        Drawn grow(Calls calls, int id, Drawn on, Drawn captured) {
            Delayed<?> used = captured.delayed();
            return new Drawn(
                    on.delayed().thenDelayed(x -> counted(calls, id, x, fan(calls, id + 1, used, x))),
                    new Grown(id, on.formula(), x -> fan(id + 1, captured.formula(), x)));
        }
    },
    /** Goes on with a graph that grows itself, and then uses what the graph had before. */
    TWICE {
        @Override
        Drawn grow(Calls calls, int id, Drawn on, Drawn captured) {
            Delayed<?> used = captured.delayed();
            return new Drawn(
                    on.delayed().thenDelayed(x -> counted(calls, id, x, inner(calls, id + 1, used, x))),
                    new Grown(id, on.formula(), x -> inner(id + 1, captured.formula(), x)));
        }
    },
    /** Goes on a few times with a graph that grows again. */
    LOOP {
        @Override
        Drawn grow(Calls calls, int id, Drawn on, Drawn captured) {
            int steps = id % 5;
            return new Drawn(
                    on.delayed().thenDelayed(x -> counted(calls, id, x, loop(calls, id + 1, steps, x))),
                    new Grown(id, on.formula(), x -> loop(id + 1, steps, x)));
        }
    };

    /** How many numbers of tasks a growth may use. */
    static final int IDS = 4;

    /** Draws a call that makes the graph grow; its tasks have the numbers from {@code id} on. */
    abstract Drawn grow(Calls calls, int id, Drawn on, Drawn captured);

    private static Delayed<?> counted(Calls calls, int id, @Nullable Object x, Delayed<?> answer)
            throws Calls.DrawnFailure {
        calls.call(id, x);
        return answer;
    }

    private static Formula call(int id, Formula... arguments) {
        return new Call(id, false, List.of(arguments));
    }

    private static Delayed<?> fan(Calls calls, int id, Delayed<?> used, @Nullable Object x) {
        Delayed<?> one = TaskCalls.call(calls, id, x);
        Delayed<?> other = OnCalls.call(calls, id, one, x);
        return gather(List.of(one, other, TaskCalls.call(calls, id + 1, List.of(used, one))));
    }

    private static Formula fan(int id, Formula used, @Nullable Object x) {
        Formula one = call(id, new Constant(x));
        Formula other = call(id, one, new Constant(x));
        Formula last = call(id + 1, new Shaped(Shape.LIST, List.of(used, one)));
        return new Shaped(Shape.LIST, List.of(one, other, last));
    }

    private static Delayed<?> inner(Calls calls, int id, Delayed<?> used, @Nullable Object x) {
        return TaskCalls.call(calls, id, x)
                .thenDelayed(y -> counted(calls, id + 1, y, used.<@Nullable Object>then(z -> calls.call(id + 2, z))));
    }

    private static Formula inner(int id, Formula used, @Nullable Object x) {
        return new Grown(id + 1, call(id, new Constant(x)), y -> call(id + 2, used));
    }

    private static Delayed<?> loop(Calls calls, int id, int steps, @Nullable Object x) {
        return steps == 0
                ? Bide.<@Nullable Object>value(x)
                : Bide.<@Nullable Object>task(() -> calls.call(id, x))
                        .call()
                        .thenDelayed(y -> counted(calls, id + 1, y, loop(calls, id, steps - 1, y)));
    }

    private static Formula loop(int id, int steps, @Nullable Object x) {
        return steps == 0 ? new Constant(x) : new Grown(id + 1, call(id, new Constant(x)), y -> loop(id, steps - 1, y));
    }
}
