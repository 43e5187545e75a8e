package dev.bide.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A structure with holes: a list, map, array, {@code Optional} or record in which some places wait for results.
 *
 * <p>Immutable. The parts without a hole are kept by reference; {@link #fill} builds the rest anew in O(size).
 *
 * @param holes what the holes wait for, in the order in which {@link #fill} takes values
 * @param part how to build it
 */
record Template(List<Object> holes, Part part) {
    /** Builds one part of a structure. */
    @FunctionalInterface
    interface Part {
        @Nullable
        Object fill(Values values);
    }

    /** Values to put into holes, one after the other. */
    static final class Values {
        private final @Nullable Object[] values;
        private int next;

        Values(@Nullable Object[] values, int next) {
            this.values = values;
            this.next = next;
        }

        @Nullable
        Object take() {
            return values[next++];
        }
    }

    @Nullable
    Object fill(@Nullable Object[] values, int from) {
        return part.fill(new Values(values, from));
    }

    Template map(UnaryOperator<Object> change) {
        List<Object> changed = new ArrayList<>(holes.size());
        holes.forEach(hole -> changed.add(change.apply(hole)));
        return new Template(changed, part);
    }
}
