package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.recording.State;
import dev.bide.graph.CallSite;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shown rows as columns of numbers: about 20 bytes a task. {@code data.js} reads them.
 *
 * <p>A key that is a name and a number is written as the difference to the last number of that name; others as texts.
 */
final class Columns {
    private final Recording recording;
    private final Shown shown;
    private final long unit;
    private final Texts sites = new Texts();

    Columns(Recording recording, Shown shown, long unit) {
        this.recording = recording;
        this.shown = shown;
        this.unit = unit;
    }

    /** The unit of times, a power of ten: a thousand million of them cover a run of any length. */
    static long unit(long elapsed) {
        long unit = 1;
        while (elapsed / unit > 1_000_000_000) {
            unit *= 10;
        }
        return unit;
    }

    JsonObject json(Lanes lanes) {
        JsonObject json = new JsonObject()
                .put("count", (long) shown.rows().length)
                .put("ran", (long) shown.ran())
                .put("group", group())
                .put("state", state())
                .put("began", began())
                .put("took", took())
                .put("lane", lane(lanes))
                .put("worker", worker())
                .put("attempts", attempts())
                .put("bytes", bytes())
                .put("site", site())
                .put("dependencies", new Links(recording, shown).base64());
        json.put("sites", sites.all());
        putKeys(json);
        return json;
    }

    private interface Figure {
        long of(int row);
    }

    private String column(int rows, Figure figure) {
        Varints column = new Varints();
        for (int i = 0; i < rows; i++) {
            column.add(figure.of(shown.rows()[i]));
        }
        return column.base64();
    }

    private String group() {
        return column(shown.rows().length, recording::group);
    }

    /** A state and, in the bit above it, whether the task only gathers. */
    private String state() {
        return column(shown.rows().length, row -> code(recording.state(row)) + (recording.gathers(row) ? 8 : 0));
    }

    private static int code(State state) {
        return switch (state) {
            case WAITING -> 0;
            case RUNNING -> 1;
            case DONE -> 2;
            case FAILED -> 3;
            case SKIPPED -> 4;
            case CANCELLED -> 5;
        };
    }

    private String began() {
        Varints column = new Varints();
        long last = 0;
        for (int i = 0; i < shown.ran(); i++) {
            long began = recording.began(shown.rows()[i]) / unit;
            column.add(began - last);
            last = began;
        }
        return column.base64();
    }

    private String took() {
        return column(shown.ran(), row -> {
            long ended = recording.ended(row) < 0 ? recording.elapsed() : recording.ended(row);
            return Math.max(0, ended / unit - recording.began(row) / unit);
        });
    }

    private static String lane(Lanes lanes) {
        Varints column = new Varints();
        for (int lane : lanes.ofRow()) {
            column.add(lane);
        }
        return column.base64();
    }

    private String worker() {
        return column(shown.ran(), row -> recording.worker(row) + 1L);
    }

    private String attempts() {
        return column(shown.rows().length, row -> Math.max(0, recording.attempts(row)));
    }

    private String bytes() {
        return column(shown.rows().length, row -> recording.bytes(row) + 1);
    }

    /** Where it was called and where its task was made: both in one text, since they come together. */
    private String site() {
        sites.number("\n");
        return column(
                shown.rows().length,
                row -> sites.number(text(recording.callSite(row)) + "\n" + text(recording.taskSite(row))));
    }

    private static String text(@Nullable CallSite site) {
        return site == null ? "" : Texts.cut(site.toString().replace('\n', ' '), 500);
    }

    /** For each key: 0 and a text of its own, 1 for the name as it is, else 2 and more: the number after the name. */
    private void putKeys(JsonObject json) {
        List<String> texts = new ArrayList<>();
        Varints column = new Varints();
        long[] last = new long[recording.names().size()];
        for (int row : shown.rows()) {
            String key = recording.key(row).toString();
            String name = recording.name(row);
            long number = number(key, name);
            if (key.equals(name)) {
                column.add(1);
            } else if (number < 0) {
                column.add(0);
                texts.add(key);
            } else {
                int group = recording.group(row);
                long step = number - last[group];
                column.add(2 + (step < 0 ? -2 * step - 1 : 2 * step));
                last[group] = number;
            }
        }
        json.put("key", column.base64()).put("keys", texts);
    }

    /** The number in a key such as {@code fit-37}, or -1 if it is not written like that. */
    private static long number(String key, String name) {
        int from = name.length() + 1;
        int digits = key.length() - from;
        if (digits < 1 || digits > 9 || !key.startsWith(name) || key.charAt(from - 1) != '-') {
            return -1;
        }
        for (int i = from; i < key.length(); i++) {
            char digit = key.charAt(i);
            if (digit < '0' || digit > '9' || digit == '0' && i == from && digits > 1) {
                return -1;
            }
        }
        return Long.parseLong(key.substring(from));
    }
}
