package dev.bide.diagnostics;

import dev.bide.Schedulers;
import dev.bide.diagnostics.internal.watch.Part;
import dev.bide.diagnostics.internal.watch.Part.Format;
import dev.bide.diagnostics.internal.watch.Watching;
import dev.bide.event.RunListener;
import dev.bide.graph.Plan;
import dev.bide.schedule.Run;
import dev.bide.schedule.RunOptions;
import dev.bide.schedule.Scheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scheduler that explains the runs of another: shows their progress, says how they ended, writes a report or a trace.
 *
 * <pre>{@code
 * result.compute(Diagnostics.report(Path.of("report.html")));
 * result.compute(Diagnostics.progress().and(Diagnostics.summary()).on(Schedulers.threads(4)));
 * Schedulers.setDefault(Diagnostics.summary()); // every run of the program that names no scheduler
 * }</pre>
 *
 * <p>Where it is not told {@linkplain #on where} to run, it runs on what is the default scheduler when it is made. Runs that
 * tasks start themselves belong to their tasks and are not explained. Files are complete when {@code compute()} returns; of
 * the second run on one scheduler, {@code report.html} becomes {@code report-2.html}. What cannot be written is said once, and the run goes on. Immutable, and safe to use from any thread.
 */
public final class Diagnostics implements Scheduler {
    private final List<Part> parts;
    private final Scheduler scheduler;
    private final boolean told;
    private final @Nullable String title;

    private Diagnostics(List<Part> parts, Scheduler scheduler, boolean told, @Nullable String title) {
        this.parts = List.copyOf(parts);
        this.scheduler = scheduler;
        this.told = told;
        this.title = title;
    }

    private static Diagnostics of(Part part) {
        return new Diagnostics(List.of(part), Schedulers.defaultScheduler(), false, null);
    }

    /**
     * Writes a report of each run, one HTML file that needs no other, and says in the terminal how the run ended.
     *
     * @param file where to; folders that are not there are made
     * @return a scheduler that does so
     */
    public static Diagnostics report(Path file) {
        return of(Part.Written.of(Format.REPORT, Objects.requireNonNull(file, "the file is null")));
    }

    /**
     * Writes a trace of each run, which Perfetto and chrome://tracing open.
     *
     * @param file where to, such as {@code trace.json}; folders that are not there are made
     * @return a scheduler that does so
     */
    public static Diagnostics trace(Path file) {
        return of(Part.Written.of(Format.TRACE, Objects.requireNonNull(file, "the file is null")));
    }

    /**
     * Shows on standard error how far each run has come that takes longer than a second: a line for each name of tasks on a
     * terminal; elsewhere, where {@code CI} is set, or with {@code TERM=dumb}, a plain line each ten percent or thirty
     * seconds. {@code NO_COLOR} is heeded.
     *
     * @return a scheduler that does so
     */
    public static Diagnostics progress() {
        return of(Part.Shown.PROGRESS);
    }

    /**
     * Says on standard error how each run ended: how long it took and why, or what failed and why.
     *
     * @return a scheduler that does so
     */
    public static Diagnostics summary() {
        return of(Part.Shown.SUMMARY);
    }

    /**
     * Writes down what each task of a run takes, for {@link Profile#of}.
     *
     * @return a scheduler that does so
     */
    public static Diagnostics profile() {
        return of(Part.Shown.NOTHING);
    }

    /**
     * Lets a listener hear each run, beside those that the run's options name.
     *
     * @param listener the listener, which may hear several runs at once
     * @return a scheduler that does so
     */
    public static Diagnostics listener(RunListener listener) {
        return of(new Part.Heard(Objects.requireNonNull(listener, "the listener is null")));
    }

    /**
     * Does what this does and what another does.
     *
     * @param other the other; where this was not told where to run or what to call a run, the other's word holds
     * @return a scheduler that does both
     */
    public Diagnostics and(Diagnostics other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        Diagnostics where = told ? this : other;
        return new Diagnostics(all, where.scheduler, where.told, title != null ? title : other.title);
    }

    /**
     * Runs on a scheduler.
     *
     * @param where where to run; closing this closes it
     * @return a scheduler that explains the runs of that one
     */
    public Diagnostics on(Scheduler where) {
        return new Diagnostics(parts, Objects.requireNonNull(where, "the scheduler is null"), true, title);
    }

    /**
     * Calls runs by a name instead of by the keys of their roots.
     *
     * @param name the name
     * @return a scheduler that does so
     */
    public Diagnostics named(String name) {
        return new Diagnostics(parts, scheduler, told, Objects.requireNonNull(name, "the name is null"));
    }

    @Override
    public <T extends @Nullable Object> Run<T> start(Plan plan, RunOptions options) {
        if (scheduler instanceof Diagnostics inner) {
            return together(inner).start(plan, options);
        }
        return scheduler.start(plan, Watching.with(parts, title, options));
    }

    /** What both were asked for, once: a run is not told of twice. */
    private Diagnostics together(Diagnostics inner) {
        List<Part> all =
                Stream.concat(parts.stream(), inner.parts.stream()).distinct().toList();
        return new Diagnostics(all, inner.scheduler, false, title != null ? title : inner.title);
    }

    /** Closes the scheduler that this was told to run on, if it was. */
    @Override
    public void close() {
        if (told) {
            scheduler.close();
        }
    }

    /** Shows where it runs. */
    @Override
    public String toString() {
        return scheduler.toString();
    }
}
