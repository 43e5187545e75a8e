package dev.bide.graph;

import java.util.ArrayList;
import java.util.IdentityHashMap;
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

    /**
     * A structure inside another, which may stand in several places: each then gets the same object, as it was passed. So
     * one that shares its parts takes no more time and memory than it has parts, in however many places they stand.
     */
    static final class Inner implements Part {
        private final Part part;
        private final int height;
        private boolean shared;

        /**
         * Makes a part.
         *
         * @param part how to build it
         * @param height how many levels of structures are inside
         */
        Inner(Part part, int height) {
            this.part = part;
            this.height = height;
        }

        int height() {
            return height;
        }

        void share() {
            shared = true;
        }

        @Override
        public @Nullable Object fill(Values values) {
            return shared ? values.once(this) : part.fill(values);
        }
    }

    /** Values to put into holes. */
    static final class Values {
        private final @Nullable Object[] values;
        private final int first;
        private @Nullable IdentityHashMap<Inner, Object> built;

        Values(@Nullable Object[] values, int first) {
            this.values = values;
            this.first = first;
        }

        @Nullable
        Object of(int hole) {
            return values[first + hole];
        }

        private @Nullable Object once(Inner inner) {
            built = built == null ? new IdentityHashMap<>() : built;
            Object known = built.get(inner);
            if (known == null) {
                known = inner.part.fill(this);
                built.put(inner, known);
            }
            return known;
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
