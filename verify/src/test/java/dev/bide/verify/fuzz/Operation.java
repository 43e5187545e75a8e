package dev.bide.verify.fuzz;

import static dev.bide.Bide.task;

import dev.bide.graph.Task;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the tasks of a drawn graph do. All but two of them show in their result all that they were given. */
enum Operation {
    NONE(0),
    ONE(1),
    TWO(2),
    FIVE(5),
    PURE(2),
    SAME(1),
    FAILING(1);

    final int arity;

    Operation(int arity) {
        this.arity = arity;
    }

    /** Always the same object: what is called does not change with the call. */
    Task called() {
        return Objects.requireNonNull(Made.TASKS.get(this));
    }

    /** The tasks, made once all operations are there. */
    private static final class Made {
        private static final Map<Operation, Task> TASKS = new EnumMap<>(Arrays.stream(values())
                .collect(Collectors.<Operation, Operation, Task>toMap(operation -> operation, Operation::make)));
    }

    private Task make() {
        return switch (this) {
            case NONE -> task(() -> digest());
            case ONE -> task((Object a) -> digest(a));
            case TWO -> task((Object a, Object b) -> digest(a, b));
            case FIVE -> task((Object a, Object b, Object c, Object d, Object e) -> digest(a, b, c, d, e));
            case PURE -> task((Object a, Object b) -> digest(a, b)).pure();
            case SAME -> task((Object a) -> a);
            case FAILING -> task((Object a) -> fail(a));
        };
    }

    private String digest(@Nullable Object... arguments) {
        return name() + Long.toHexString(Digest.of(arguments));
    }

    private static Object fail(@Nullable Object argument) {
        throw new IllegalStateException("drawn to fail, with " + Digest.of(argument));
    }

    /** What a call should give; {@link Outcome#FAILED} if it should throw. */
    @Nullable
    Object of(List<? extends @Nullable Object> arguments) {
        return switch (this) {
            case SAME -> arguments.get(0);
            case FAILING -> Outcome.FAILED;
            default -> digest(arguments.toArray());
        };
    }
}
