package dev.bide.diagnostics.internal.file;

import dev.bide.diagnostics.internal.recording.FailedAttempt;
import dev.bide.diagnostics.internal.recording.HeapSample;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.graph.Key;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A run as a trace for Perfetto and chrome://tracing: a thread for each worker, a slice for each attempt, and of not too
 * large a graph an arrow for each dependency.
 *
 * <p>Source: "Trace Event Format", the Chromium project.
 */
public final class ChromeTrace {
    private static final int MOST_ARROWS = 50_000;
    private static final long MARGIN = 1_000;
    private static final int LONGEST = 120;

    private final Recording recording;
    private final Appendable out;
    private String before = "\n";

    private ChromeTrace(Recording recording, Appendable out) {
        this.recording = recording;
        this.out = out;
    }

    /**
     * Writes a trace.
     *
     * @param recording of the run
     * @param file where to
     * @throws IOException if it cannot be written; then there is no half of it
     */
    public static void write(Recording recording, Path file) throws IOException {
        WholeFile.write(file, out -> new ChromeTrace(recording, out).write());
    }

    private void write() throws IOException {
        out.append("{\"displayTimeUnit\":\"ms\",\"otherData\":{\"at\":")
                .append(Json.of(recording.at().toString()))
                .append("},\"traceEvents\":[");
        event("\"ph\":\"M\",\"pid\":1,\"name\":\"process_name\",\"args\":{\"name\":" + Json.of(recording.title())
                + "}");
        for (int worker = 0; worker < recording.workers().size(); worker++) {
            event("\"ph\":\"M\",\"pid\":1,\"tid\":" + tid(worker) + ",\"name\":\"thread_name\",\"args\":{\"name\":"
                    + Json.of(recording.workers().get(worker)) + "}");
        }
        for (int row = 0; row < recording.size(); row++) {
            if (recording.began(row) >= 0 && !recording.gathers(row)) {
                slice(row);
            }
        }
        failedAttempts();
        arrows();
        for (HeapSample sample : recording.heap()) {
            event("\"ph\":\"C\",\"pid\":1,\"name\":\"heap\",\"ts\":" + micros(sample.nanos()) + ",\"args\":{\"bytes\":"
                    + sample.used() + "}");
        }
        out.append("\n]}\n");
    }

    private void event(String fields) throws IOException {
        out.append(before).append('{').append(fields).append('}');
        before = ",\n";
    }

    private static int tid(int worker) {
        return worker + 1;
    }

    /** Threads that run at the same time under one name would lie over each other; viewers cope with that. */
    private void slice(int row) throws IOException {
        String bytes = recording.bytes(row) < 0 ? "" : ",\"bytes\":" + recording.bytes(row);
        event("\"ph\":\"X\",\"pid\":1,\"tid\":" + tid(recording.worker(row)) + ",\"name\":"
                + Json.of(recording.key(row).toString()) + ",\"cat\":"
                + Json.of(category(recording.name(row))) + ",\"ts\":"
                + micros(recording.began(row)) + ",\"dur\":" + micros(recording.time(row)) + ",\"args\":{\"state\":\""
                + recording.state(row) + "\",\"attempt\":" + recording.attempts(row) + bytes + "}");
    }

    /** Each slice has it, so one that is very long is cut. */
    private static String category(String name) {
        return name.length() <= LONGEST ? name : Key.of(name).toString();
    }

    private void failedAttempts() throws IOException {
        List<String> workers = recording.workers();
        for (FailedAttempt attempt : recording.failedAttempts()) {
            boolean last = attempt.row() >= 0 && recording.attempts(attempt.row()) == attempt.attempt();
            if (!last && attempt.row() >= 0) {
                event("\"ph\":\"X\",\"pid\":1,\"tid\":" + tid(workers.indexOf(attempt.worker())) + ",\"name\":"
                        + Json.of(recording.key(attempt.row()) + " (attempt " + attempt.attempt() + ")")
                        + ",\"cat\":\"retried\",\"ts\":" + micros(attempt.began()) + ",\"dur\":"
                        + micros(attempt.ended() - attempt.began()) + ",\"args\":{\"failure\":"
                        + Json.of(attempt.failure().getClass().getName()) + "}");
            }
        }
    }

    private void arrows() throws IOException {
        int id = 0;
        for (int row = 0; row < recording.size() && id < MOST_ARROWS; row++) {
            for (int needed : recording.dependencies(row)) {
                if (drawn(row) && drawn(needed)) {
                    id++;
                    event(arrow("s", id, needed, shortlyBeforeEnd(needed)));
                    event(arrow("f\",\"bp\":\"e", id, row, recording.began(row)));
                }
            }
        }
    }

    /** A viewer gives an arrow to the slice in which it begins; at its end there is none any more. */
    private long shortlyBeforeEnd(int row) {
        return recording.ended(row) - Math.min(MARGIN, recording.time(row) / 2);
    }

    private boolean drawn(int row) {
        return recording.began(row) >= 0 && !recording.gathers(row);
    }

    private String arrow(String phase, int id, int row, long nanos) {
        return "\"ph\":\"" + phase + "\",\"id\":" + id + ",\"pid\":1,\"tid\":" + tid(recording.worker(row))
                + ",\"name\":\"needs\",\"cat\":\"needs\",\"ts\":" + micros(nanos);
    }

    private static String micros(long nanos) {
        return String.format(Locale.ROOT, "%d.%03d", nanos / 1000, nanos % 1000);
    }
}
