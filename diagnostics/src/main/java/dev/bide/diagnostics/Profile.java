package dev.bide.diagnostics;

import dev.bide.diagnostics.internal.analysis.Amounts;
import dev.bide.diagnostics.internal.analysis.Durations;
import dev.bide.diagnostics.internal.recording.NameTotals;
import dev.bide.diagnostics.internal.recording.Recorder;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.recording.State;
import dev.bide.diagnostics.internal.terminal.Table;
import dev.bide.graph.Key;
import dev.bide.schedule.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What the tasks of a run took: when each ran, how long, where, and about how much memory its result takes.
 *
 * <pre>{@code
 * Run<Report> run = result.start(Diagnostics.profile());
 * run.get();
 * System.out.println(Profile.of(run).table());
 * }</pre>
 */
public final class Profile {
    private static final List<String> HEAD =
            List.of("name", "tasks", "done", "failed", "retries", "total", "share", "p50", "p95", "max");

    private final Recording recording;

    private Profile(Recording recording) {
        this.recording = recording;
    }

    /**
     * One task of a run.
     *
     * @param key its key
     * @param name the name that it shares with others of its kind
     * @param state how it ended: {@code WAITING}, {@code RUNNING}, {@code DONE}, {@code FAILED}, {@code SKIPPED} or {@code
     *     CANCELLED}
     * @param worker the thread that ran it; empty, if none has
     * @param began when its last attempt began, since the run did
     * @param time how long its last attempt took
     * @param attempts how often it was tried
     * @param bytes about how much memory its result takes, if that is known
     */
    public record Task(
            Key key,
            String name,
            String state,
            Optional<String> worker,
            Duration began,
            Duration time,
            int attempts,
            OptionalLong bytes) {}

    /**
     * Gives the profile of a run that was started on {@link Diagnostics}. The run may still be under way: then the profile
     * tells of each task what is known when it is asked. O(tasks).
     *
     * @param run the run
     * @return its profile
     * @throws IllegalArgumentException if nothing was written down about the run
     */
    public static Profile of(Run<?> run) {
        Recorder recorder = run.options().listeners().stream()
                .filter(Recorder.class::isInstance)
                .map(Recorder.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing was written down about this run: start it on"
                        + " Diagnostics.profile(), as in result.start(Diagnostics.profile())"));
        return new Profile(recorder.recording(null, List.of()));
    }

    /**
     * Gives the tasks, each after its dependencies; without those that only gather results. In a run of more than 262,144
     * tasks not each is there.
     *
     * @return a new list; O(tasks)
     */
    public List<Task> tasks() {
        return IntStream.of(recording.inOrder())
                .filter(row -> !recording.gathers(row))
                .mapToObj(this::task)
                .toList();
    }

    private Task task(int row) {
        int worker = recording.worker(row);
        long bytes = recording.bytes(row);
        return new Task(
                recording.key(row),
                recording.name(row),
                recording.state(row).name(),
                worker < 0 ? Optional.empty() : Optional.of(recording.workers().get(worker)),
                Duration.ofNanos(Math.max(0, recording.began(row))),
                Duration.ofNanos(recording.time(row)),
                recording.attempts(row),
                bytes < 0 || recording.state(row) != State.DONE ? OptionalLong.empty() : OptionalLong.of(bytes));
    }

    /**
     * Tells how long the run took, or had taken when this was made.
     *
     * @return the time
     */
    public Duration elapsed() {
        return Duration.ofNanos(recording.elapsed());
    }

    /**
     * Gives a table for a terminal: a line for each name, those first that took longest.
     *
     * @return lines, each ended by a line feed
     */
    public String table() {
        List<NameTotals> totals = recording.totals();
        long all = totals.stream().mapToLong(NameTotals::nanos).sum();
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEAD);
        totals.forEach(of -> rows.add(cells(of, all)));
        return String.join("\n", Table.lines(rows)) + "\n";
    }

    private static List<String> cells(NameTotals of, long all) {
        return List.of(
                Key.of(of.name()).toString(),
                Amounts.of(of.tasks()),
                Amounts.of(of.done()),
                Amounts.of(of.failed()),
                Amounts.of(of.retries()),
                Durations.of(of.nanos()),
                Math.round(100.0 * of.nanos() / Math.max(1, all)) + " %",
                Durations.of(of.p50()),
                Durations.of(of.p95()),
                Durations.of(of.max()));
    }

    /** What there is to read for other parts of this module. */
    Recording recording() {
        return recording;
    }

    /** Shows the table. */
    @Override
    public String toString() {
        return table();
    }
}
