package dev.bide.internal.local;

import dev.bide.internal.run.Gathering;
import dev.bide.schedule.Outcome;
import dev.bide.schedule.TaskFailedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of the results that a run was asked for one by one. They stay in its first frame until its root has them, or it
 * ends without.
 */
final class Outcomes {
    /** Stands where a result will be: {@code null} is a result. */
    private static final Object NONE_YET = new Object();

    private final Frame first;
    private final Failures failures;
    private final int[] items;
    private volatile @Nullable Object @Nullable [] given;

    private Outcomes(Frame first, Failures failures) {
        this.first = first;
        this.failures = failures;
        this.items = first.plan.items(first.plan.root());
        for (int item : items) {
            if (item >= 0) {
                first.results.set(item, NONE_YET);
            }
        }
    }

    /** Nothing at all where a run is asked for one result. */
    static @Nullable Outcomes of(Frame first, Failures failures) {
        return first.plan.givesOutcomes() ? new Outcomes(first, failures) : null;
    }

    /** The root has its result, the list of them all, or will have none; it is about to let go of what it needs. */
    void take(@Nullable Object result) {
        given = result instanceof List<?> all ? all.toArray() : first.argumentsOr(first.plan.root(), NONE_YET);
    }

    /** All of them, when the run is over. */
    List<Outcome<?>> at(String end) {
        Map<Integer, TaskFailedException> failed = failures.ofFirstFrame();
        Map<Integer, TaskFailedException> because = Gathering.because(first.plan, failed);
        if (given == null) {
            take(null);
        }
        @Nullable Object[] results = Objects.requireNonNull(given);
        List<Outcome<?>> all = new ArrayList<>(items.length);
        for (int i = 0; i < items.length; i++) {
            all.add(outcome(items[i], results[i], failed, because, end));
        }
        return Collections.unmodifiableList(all);
    }

    private static Outcome<?> outcome(
            int item,
            @Nullable Object given,
            Map<Integer, TaskFailedException> failed,
            Map<Integer, TaskFailedException> because,
            String end) {
        TaskFailedException own = failed.get(item);
        if (own != null) {
            return new Outcome.Failed<>(own);
        }
        if (given != NONE_YET && !(given instanceof Failures.Missing)) {
            return new Outcome.Value<@Nullable Object>(given);
        }
        TaskFailedException other = because.get(item);
        if (other == null && given instanceof Failures.Missing) {
            other = failed.values().iterator().next(); // it went on with what belongs to a task that went on before it
        }
        return other == null ? new Outcome.Cancelled<>(end) : new Outcome.Skipped<>(other.key(), other);
    }
}
