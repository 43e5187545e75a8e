package dev.bide.diagnostics.internal.picture;

import dev.bide.diagnostics.internal.recording.NameTotals;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.recording.State;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run did with the tasks of a plan, by their numbers in it. Of a very large run only some tasks have marks, and each
 * name has totals.
 */
final class Marks {
    static final long UNKNOWN = -1;

    private final Plan plan;
    private final @Nullable State[] states;
    private final long[] nanos;
    private final long[] bytes;
    private final int every;
    private final Map<String, NameTotals> totals;
    private final State rest;

    /**
     * Makes marks without any.
     *
     * @param plan whose tasks they are of
     * @param every each how manieth task has marks
     * @param totals of each name; not looked at if all tasks have marks
     * @param rest how those ended that the totals do not tell
     */
    Marks(Plan plan, int every, List<NameTotals> totals, State rest) {
        this.plan = plan;
        this.states = new State[plan.size()];
        this.nanos = new long[plan.size()];
        this.bytes = new long[plan.size()];
        this.every = every;
        this.rest = rest;
        this.totals = totals.stream().collect(Collectors.toMap(NameTotals::name, its -> its));
        Arrays.fill(nanos, UNKNOWN);
        Arrays.fill(bytes, UNKNOWN);
    }

    /** Tasks are told by their keys, so the plan need not be the one that ran. */
    static Marks of(Plan plan, Recording recording) {
        Map<Key, Integer> rows = new HashMap<>();
        for (int row = 0; row < recording.size(); row++) {
            rows.putIfAbsent(recording.key(row), row);
        }
        List<NameTotals> totals = sampled(recording) ? recording.totals() : List.of();
        Marks marks = new Marks(plan, recording.every(), totals, recording.over() ? State.CANCELLED : State.WAITING);
        for (int task = 0; task < plan.size(); task++) {
            Integer row = rows.get(plan.key(task));
            if (row != null) {
                State state = recording.state(row);
                marks.mark(task, state, nanos(recording, row), state == State.DONE ? recording.bytes(row) : UNKNOWN);
            }
        }
        return marks;
    }

    static boolean sampled(Recording recording) {
        return recording.every() > 1;
    }

    private static long nanos(Recording recording, int row) {
        boolean ran = recording.began(row) >= 0 && recording.ended(row) >= 0;
        return ran ? recording.ended(row) - recording.began(row) : UNKNOWN;
    }

    void mark(int task, State state, long itsNanos, long itsBytes) {
        states[task] = state;
        nanos[task] = itsNanos;
        bytes[task] = itsBytes;
    }

    /** How a task ended, or {@code null} if that is not known. */
    @Nullable
    State state(int task) {
        return states[task];
    }

    /** The time of a task, or {@link #UNKNOWN}. */
    long nanos(int task) {
        return nanos[task];
    }

    /** The size of a task's result, or {@link #UNKNOWN}. */
    long bytes(int task) {
        return bytes[task];
    }

    /** Whether only some tasks have marks. */
    boolean sampled() {
        return every > 1;
    }

    /** How many tasks of each group ended so. */
    long[] counts(State state, Groups groups) {
        return sampled()
                ? ofNames(groups, its -> count(its, state))
                : groups.sums(task -> states[task] == state && !plan.gathers(task) ? 1 : 0);
    }

    private long count(NameTotals its, State state) {
        return switch (state) {
            case DONE -> its.done();
            case FAILED -> its.failed();
            case SKIPPED -> its.skipped();
            case CANCELLED, WAITING, RUNNING ->
                state == rest ? its.tasks() - its.done() - its.failed() - its.skipped() : 0;
        };
    }

    /** The time that each group took, or {@link #UNKNOWN}. */
    long[] nanos(Groups groups) {
        return sampled()
                ? ofNames(groups, its -> its.done() + its.failed() == 0 ? UNKNOWN : its.nanos())
                : sums(groups, nanos);
    }

    /** The size of the results of each group, or {@link #UNKNOWN}; an estimate where only some tasks have marks. */
    long[] bytes(Groups groups) {
        return sums(groups, bytes);
    }

    private long[] sums(Groups groups, long[] amounts) {
        long[] known = groups.sums(task -> amounts[task] == UNKNOWN ? 0 : 1);
        long[] sums = groups.sums(task -> Math.max(0, amounts[task]) * every);
        Arrays.setAll(sums, group -> known[group] == 0 ? UNKNOWN : sums[group]);
        return sums;
    }

    private long[] ofNames(Groups groups, ToLongFunction<NameTotals> amount) {
        long[] sums = new long[groups.count()];
        Arrays.fill(sums, UNKNOWN);
        groups.ofNames(plan).forEach((name, group) -> {
            NameTotals its = totals.get(name);
            long more = its == null ? UNKNOWN : amount.applyAsLong(its);
            sums[group] = more == UNKNOWN ? sums[group] : Math.max(0, sums[group]) + more;
        });
        return sums;
    }
}
