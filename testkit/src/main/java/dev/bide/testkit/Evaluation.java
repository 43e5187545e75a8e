package dev.bide.testkit;

import static dev.bide.testkit.Evaluation.Missing.MISSING;

import dev.bide.testkit.Formula.After;
import dev.bide.testkit.Formula.Call;
import dev.bide.testkit.Formula.Constant;
import dev.bide.testkit.Formula.Grown;
import dev.bide.testkit.Formula.Pure;
import dev.bide.testkit.Formula.Shaped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Works formulas out by plain recursion: what they give, which tasks are called how often, and which fail. A formula of
 * which a part fails fails too, after all its parts were worked out: as a run does that keeps going.
 */
final class Evaluation {
    /** Stands for the result of what failed. */
    enum Missing {
        MISSING
    }

    private final Calls calls;
    private final IdentityHashMap<Formula, @Nullable Object> results = new IdentityHashMap<>();
    private final Map<Integer, Integer> counts = new TreeMap<>();
    private final Map<Integer, Set<List<Object>>> pureClasses = new TreeMap<>();
    private final IdentityHashMap<Formula, Integer> numbers = new IdentityHashMap<>();
    private final Set<Integer> failed = new TreeSet<>();
    private int failures;

    Evaluation(Calls calls) {
        this.calls = calls;
    }

    /** How often each task is called, equal pure calls each. */
    Map<Integer, Integer> counts() {
        return counts;
    }

    /** How often a pure task is called if equal calls are run once. */
    int distinct(int task) {
        Set<List<Object>> classes = pureClasses.get(task);
        return classes == null ? counts.getOrDefault(task, 0) : classes.size();
    }

    /** Which tasks failed. */
    Set<Integer> failed() {
        return failed;
    }

    /** How many calls failed. */
    int failures() {
        return failures;
    }

    @Nullable
    Object of(Formula formula) {
        if (!results.containsKey(formula)) {
            Object result = workOut(formula);
            results.put(formula, result);
        }
        return results.get(formula);
    }

    private @Nullable Object workOut(Formula formula) {
        if (formula instanceof Constant constant) {
            return constant.value();
        }
        if (formula instanceof Shaped shaped) {
            List<@Nullable Object> parts = all(shaped.parts());
            return parts.contains(MISSING) ? MISSING : shaped.shape().of(parts);
        }
        if (formula instanceof Call call) {
            Object result = call(call.task(), all(call.arguments()));
            return call.procedure() && result != MISSING ? null : result;
        }
        if (formula instanceof Pure pure) {
            List<@Nullable Object> arguments = all(pure.arguments());
            pure.plain().ifPresent(arguments::add);
            Object result = call(pure.task(), arguments);
            if (result != MISSING) {
                pureClasses
                        .computeIfAbsent(pure.task(), task -> new HashSet<>())
                        .add(classOf(pure));
            }
            return result;
        }
        if (formula instanceof After after) {
            boolean missing = all(after.others()).contains(MISSING);
            return missing ? withoutTheCall(after.call()) : of(after.call());
        }
        return grow((Grown) formula);
    }

    private List<@Nullable Object> all(List<Formula> formulas) {
        List<@Nullable Object> values = new ArrayList<>();
        formulas.forEach(formula -> values.add(of(formula)));
        return values;
    }

    private @Nullable Object call(int task, List<@Nullable Object> arguments) {
        if (arguments.contains(MISSING)) {
            return MISSING;
        }
        counts.merge(task, 1, Integer::sum);
        if (calls.fails(task)) {
            failed.add(task);
            failures++;
            return MISSING;
        }
        return Calls.result(task, arguments.toArray());
    }

    private @Nullable Object grow(Grown grown) {
        Object on = of(grown.on());
        Object given = call(grown.task(), java.util.Collections.singletonList(on));
        return given == MISSING ? MISSING : of(grown.answer().apply(on));
    }

    /** What a call needs is worked out even where something else that it waits for failed. */
    private Object withoutTheCall(Formula call) {
        if (call instanceof Call plain) {
            all(plain.arguments());
        } else if (call instanceof Shaped shaped) {
            all(shaped.parts());
        } else if (call instanceof Pure pure) {
            all(pure.arguments());
        } else if (call instanceof Grown grown) {
            of(grown.on());
        } else if (call instanceof After after) {
            all(after.others());
            return withoutTheCall(after.call());
        }
        return MISSING;
    }

    /** What makes pure calls equal: the task, the same calls as arguments, equal plain ones. */
    private List<Object> classOf(Pure pure) {
        List<Object> key = new ArrayList<>(List.of(pure.task()));
        for (Formula argument : pure.arguments()) {
            key.add(
                    argument instanceof Pure inner
                            ? classOf(inner)
                            : numbers.computeIfAbsent(argument, a -> numbers.size()));
        }
        key.add(String.valueOf(pure.plain()));
        return key;
    }
}
