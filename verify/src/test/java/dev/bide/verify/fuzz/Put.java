package dev.bide.verify.fuzz;

import dev.bide.graph.TaskGraphBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One node as it is put into a raw graph.
 *
 * @param key its key
 * @param operation what it calls; nothing if it is a value
 * @param pieces the arguments, perhaps too few or too many; the one value
 */
record Put(String key, @Nullable Operation operation, List<Piece> pieces) {
    void into(TaskGraphBuilder builder) {
        Object[] given = pieces.stream().map(Piece::given).toArray();
        if (operation == null) {
            builder.put(key, given[0]);
        } else {
            builder.put(key, operation.called(), given);
        }
    }

    /** Whether the builder refuses it by itself, whatever else there is. */
    boolean refused() {
        return key.isEmpty()
                || operation != null && operation.arity != pieces.size()
                || pieces.stream().anyMatch(piece -> piece.refused(0));
    }

    List<String> refersTo() {
        return pieces.stream().flatMap(piece -> piece.refersTo().stream()).toList();
    }

    /** What it should give, if {@code results} gives what others do; {@link Outcome#FAILED} if one of them has failed. */
    @Nullable
    Object expected(Function<String, @Nullable Object> results) {
        List<@Nullable Object> arguments = new ArrayList<>();
        pieces.forEach(piece -> arguments.add(piece.expected(results)));
        if (arguments.contains(Outcome.FAILED)) {
            return Outcome.FAILED;
        }
        return operation == null ? arguments.get(0) : operation.of(arguments);
    }
}
