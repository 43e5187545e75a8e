package dev.bide.testkit;

import static dev.bide.Bide.gather;

import dev.bide.Action1;
import dev.bide.Bide;
import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.testkit.Formula.After;
import dev.bide.testkit.Formula.Call;
import dev.bide.testkit.Formula.Constant;
import dev.bide.testkit.Formula.Pure;
import dev.bide.testkit.Formula.Shaped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One random graph in the making: each step draws a call that uses calls drawn before. */
final class GraphDrawing {
    private static final int PURE_ONE = 0;
    private static final int PURE_TWO = 1;
    private static final int MOST_ARGUMENTS = 8;

    private final long seed;
    private final Random random;
    private final int size;
    private final Set<Integer> failing = new HashSet<>();
    private final Calls calls = new Calls(failing);
    private final List<Drawn> drawn = new ArrayList<>();
    private final Task1<@Nullable Object, @Nullable Object> pureOne = pureOne(calls);
    private final Task2<@Nullable Object, @Nullable Object, @Nullable Object> pureTwo = pureTwo(calls);
    private int nextTask = PURE_TWO + 1;

    GraphDrawing(long seed, int largest) {
        this.seed = seed;
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.size = 1 + random.nextInt(largest);
    }

    private static Task1<@Nullable Object, @Nullable Object> pureOne(Calls recorder) {
        return Task1.<@Nullable Object, @Nullable Object>of(x -> recorder.call(PURE_ONE, x))
                .pure();
    }

    private static Task2<@Nullable Object, @Nullable Object, @Nullable Object> pureTwo(Calls recorder) {
        return Task2.<@Nullable Object, @Nullable Object, @Nullable Object>of((x, y) -> recorder.call(PURE_TWO, x, y))
                .pure();
    }

    RandomGraph draw(int oneFailsIn) {
        while (drawn.size() < size) {
            drawn.add(next());
        }
        Drawn root = root();
        for (int task = PURE_TWO + 1; oneFailsIn > 0 && task < nextTask; task++) {
            if (random.nextInt(oneFailsIn) == 0) {
                failing.add(task);
            }
        }
        return new RandomGraph(seed, calls, root);
    }

    /** One root, or several gathered. */
    private Drawn root() {
        if (random.nextInt(3) == 0) {
            return drawn.get(drawn.size() - 1);
        }
        return list(some(1 + random.nextInt(4)));
    }

    private Drawn next() {
        return switch (random.nextInt(17)) {
            case 0, 1, 2 -> taskFirst();
            case 3, 4 -> argumentsFirst();
            case 5 -> procedure();
            case 6 -> then();
            case 7 -> zip();
            case 8 -> list(some(random.nextInt(5)));
            case 9 -> map(some(1 + random.nextInt(3)));
            case 10 -> each();
            case 11 -> hidden();
            case 12, 13 -> growing();
            case 14 -> random.nextBoolean() ? pureOfOne() : pureOfTwo();
            case 15 -> after();
            default -> random.nextBoolean() ? constant() : named();
        };
    }

    private int task() {
        return nextTask++;
    }

    // ---------------------------------------------------------------- what calls use

    /** A call drawn before, rather a late one; or a value if there is none. */
    private Drawn any() {
        if (drawn.isEmpty()) {
            return constant();
        }
        int near = random.nextInt(drawn.size());
        int back = Math.min(near, random.nextInt(drawn.size()));
        return drawn.get(drawn.size() - 1 - back);
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private List<Drawn> some(int count) {
        List<Drawn> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            some.add(any());
        }
        return some;
    }

    private @Nullable Object plain() {
        return random.nextInt(8) == 0 ? null : (Object) (long) random.nextInt(100);
    }

    private static List<Formula> formulas(List<Drawn> from) {
        return from.stream().map(Drawn::formula).toList();
    }

    private static List<Delayed<?>> lazies(List<Drawn> from) {
        List<Delayed<?>> lazies = new ArrayList<>();
        from.forEach(each -> lazies.add(each.delayed()));
        return lazies;
    }

    /** Plain and lazy arguments, and what they are. */
    private @Nullable Object[] arguments(int count, List<Formula> formulas) {
        @Nullable Object[] arguments = new Object[count];
        for (int i = 0; i < count; i++) {
            if (random.nextInt(3) == 0) {
                arguments[i] = plain();
                formulas.add(new Constant(arguments[i]));
            } else {
                Drawn lazy = any();
                arguments[i] = lazy.delayed();
                formulas.add(lazy.formula());
            }
        }
        return arguments;
    }

    private int fewRatherThanMany() {
        return random.nextInt(1 + random.nextInt(1 + MOST_ARGUMENTS));
    }

    // ---------------------------------------------------------------- calls

    private Drawn constant() {
        Object plain = plain();
        return new Drawn(Bide.<@Nullable Object>value(plain), new Constant(plain));
    }

    private Drawn taskFirst() {
        int task = task();
        List<Formula> formulas = new ArrayList<>();
        @Nullable Object[] arguments = arguments(fewRatherThanMany(), formulas);
        return new Drawn(TaskCalls.call(calls, task, arguments), new Call(task, false, formulas));
    }

    private Drawn argumentsFirst() {
        int task = task();
        List<Formula> formulas = new ArrayList<>();
        @Nullable Object[] arguments = arguments(1 + random.nextInt(MOST_ARGUMENTS), formulas);
        return new Drawn(OnCalls.call(calls, task, arguments), new Call(task, false, formulas));
    }

    private Drawn procedure() {
        int task = task();
        Calls recorder = calls;
        if (random.nextBoolean()) {
            Drawn on = any();
            Action1<@Nullable Object> action = Action1.of(x -> recorder.call(task, x));
            return new Drawn(action.call(on.delayed()), new Call(task, true, List.of(on.formula())));
        }
        List<Formula> formulas = new ArrayList<>();
        @Nullable Object[] arguments = arguments(1 + random.nextInt(MOST_ARGUMENTS), formulas);
        return new Drawn(OnCalls.run(calls, task, arguments), new Call(task, true, formulas));
    }

    private Drawn then() {
        int task = task();
        Calls recorder = calls;
        Drawn on = any();
        return new Drawn(
                on.delayed().<@Nullable Object>then(x -> recorder.call(task, x)),
                new Call(task, false, List.of(on.formula())));
    }

    private Drawn zip() {
        int task = task();
        Calls recorder = calls;
        Drawn one = any();
        Drawn other = any();
        return new Drawn(
                one.delayed()
                        .<@Nullable Object, @Nullable Object>zip(other.delayed(), (x, y) -> recorder.call(task, x, y)),
                new Call(task, false, List.of(one.formula(), other.formula())));
    }

    private static Drawn list(List<Drawn> items) {
        return new Drawn(gather(lazies(items)), new Shaped(Shape.LIST, formulas(items)));
    }

    private static Drawn map(List<Drawn> items) {
        Map<String, Delayed<?>> lazies = new LinkedHashMap<>();
        items.forEach(item -> lazies.put("part " + lazies.size(), item.delayed()));
        return new Drawn(gather(lazies), new Shaped(Shape.MAP, formulas(items)));
    }

    /** A call for each of some plain values, or of some calls drawn before, with another argument. */
    private Drawn each() {
        int task = task();
        Calls recorder = calls;
        Task2<@Nullable Object, @Nullable Object, @Nullable Object> called =
                Task2.of((x, y) -> recorder.call(task, x, y));
        List<Drawn> items = random.nextBoolean() ? some(random.nextInt(5)) : List.of(constant(), constant());
        Drawn with = any();
        DelayedList<@Nullable Object> all = called.each(gather(lazies(items)), with.delayed());
        List<Formula> results = new ArrayList<>();
        items.forEach(item -> results.add(new Call(task, false, List.of(item.formula(), with.formula()))));
        return new Drawn(all, new Shaped(Shape.LIST, results));
    }

    private Drawn hidden() {
        int task = task();
        List<Drawn> parts = some(1 + random.nextInt(3));
        Shape shape = oneOf(List.of(Shape.values()));
        return new Drawn(
                TaskCalls.call(calls, task, shape.of(lazies(parts))),
                new Call(task, false, List.of(new Shaped(shape, formulas(parts)))));
    }

    private Drawn growing() {
        Growths growth = oneOf(List.of(Growths.values()));
        int task = nextTask;
        nextTask += Growths.IDS;
        return growth.grow(calls, task, any(), any());
    }

    private Drawn pureOfOne() {
        Drawn on = any();
        return new Drawn(pureOne.call(on.delayed()), new Pure(PURE_ONE, List.of(on.formula()), Optional.empty()));
    }

    private Drawn pureOfTwo() {
        Drawn on = any();
        long plain = random.nextInt(3);
        return new Drawn(
                pureTwo.call(on.delayed(), plain), new Pure(PURE_TWO, List.of(on.formula()), Optional.of(plain)));
    }

    // ---------------------------------------------------------------- calls like others

    private Drawn after() {
        Drawn call = any();
        List<Drawn> others = some(1 + random.nextInt(2));
        Delayed<?>[] lazies = lazies(others).toArray(new Delayed<?>[0]);
        return new Drawn(call.delayed().after(lazies), after(call.delayed(), call.formula(), formulas(others)));
    }

    /** Of a list each call is made again. */
    private static Formula after(Delayed<?> call, Formula formula, List<Formula> others) {
        if (!(call instanceof DelayedList<?> list)) {
            return new After(formula.again(), others);
        }
        Shaped shaped = (Shaped) formula;
        List<Formula> waiting = new ArrayList<>();
        for (Delayed<?> item : list) {
            waiting.add(after(item, shaped.parts().get(waiting.size()), others));
        }
        return new Shaped(shaped.shape(), waiting);
    }

    private Drawn named() {
        Drawn call = any();
        return new Drawn(
                call.delayed().named("named " + random.nextInt(3)),
                call.formula().again());
    }
}
