package dev.bide.testkit;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the tasks of a random graph do: each counts its call and mixes a result out of what it was given. */
final class Calls extends Fixture {
    private static final long serialVersionUID = 1L;

    private final transient Map<Integer, Integer> counts = new ConcurrentHashMap<>();
    private final transient Set<Integer> failing;

    /** Makes a recorder for tasks of which some always throw. */
    Calls(Set<Integer> failing) {
        this.failing = failing;
    }

    Calls(Handle home) {
        super(home);
        this.failing = Set.of();
    }

    @Override
    long answer(String question, String about) {
        int task = Integer.parseInt(about);
        if (!question.equals("count")) {
            throw unknown(question);
        }
        return counted(task) ? 1 : 0;
    }

    /** Counts a call, and tells whether it is to fail. */
    private boolean counted(int task) {
        counts.merge(task, 1, Integer::sum);
        return failing.contains(task);
    }

    /** A task threw because it was drawn to. */
    static final class DrawnFailure extends Exception {
        private static final long serialVersionUID = 1L;

        final int task;

        DrawnFailure(int task) {
            super("task " + task + " was drawn to fail");
            this.task = task;
        }
    }

    /** In a task. */
    @Nullable
    Object call(int task, @Nullable Object... arguments) throws DrawnFailure {
        boolean fails = isHere() ? counted(task) : ask("count", String.valueOf(task)) == 1;
        if (fails) {
            throw new DrawnFailure(task);
        }
        return result(task, arguments);
    }

    boolean fails(int task) {
        onlyHere();
        return failing.contains(task);
    }

    /** Gives the counts so far and starts anew. */
    Map<Integer, Integer> take() {
        onlyHere();
        Map<Integer, Integer> taken = new TreeMap<>(counts);
        counts.clear();
        return taken;
    }

    /** What a task answers: a number that depends on all it was given, or now and then {@code null}. */
    static @Nullable Object result(int task, @Nullable Object... arguments) {
        long mixed = mix(task + 1, digest(Arrays.asList(arguments)));
        return Math.floorMod(mixed, 13) == 0 ? null : mixed;
    }

    /** A number that depends on all that is in a value, and on its order where it has one. */
    static long digest(@Nullable Object value) {
        if (value instanceof Set<?> set) {
            return 3 + set.stream().mapToLong(Calls::digest).sum();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().mapToLong(Calls::digest).reduce(5, Calls::mix);
        }
        if (value instanceof Object[] array) {
            return mix(7, digest(Arrays.asList(array)));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .mapToLong(entry -> mix(digest(entry.getKey()), digest(entry.getValue())))
                    .sum();
        }
        if (value instanceof Optional<?> optional) {
            return mix(11, digest(optional.orElse(null)));
        }
        if (value instanceof Shape.Pair pair) {
            return mix(digest(pair.left()), digest(pair.right()));
        }
        return value == null ? 17 : value.hashCode();
    }

    private static long mix(long one, long other) {
        long mixed = (one * 0x9E3779B97F4A7C15L ^ other) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 31;
    }
}
