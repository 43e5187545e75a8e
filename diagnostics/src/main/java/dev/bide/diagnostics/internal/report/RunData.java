package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.analysis.CriticalPath;
import dev.bide.diagnostics.internal.analysis.LiveResults;
import dev.bide.diagnostics.internal.analysis.Parallelism;
import dev.bide.diagnostics.internal.recording.HeapSample;
import dev.bide.diagnostics.internal.recording.Recording;
import java.util.Arrays;
import java.util.List;

/** What the page's scripts draw. */
final class RunData {
    private static final int BUCKETS = 2_000;
    private static final int MOST_WORKERS = 20_000;

    private RunData() {}

    static String of(
            Recording recording,
            Parallelism parallelism,
            NamePalette colours,
            CriticalPath path,
            Shown shown,
            Lanes lanes) {
        long unit = Columns.unit(recording.elapsed());
        int[] places = shown.places(recording.size());
        return new JsonObject()
                .put("elapsed", recording.elapsed())
                .put("unit", unit)
                .put("names", recording.names().stream().map(Texts::oneLine).toList())
                .put("colours", colours.ofNames())
                .put("workers", workers(recording))
                .put("lanes", lanes.labels())
                .put("packed", lanes.packed() ? 1L : 0L)
                .put("crowded", lanes.crowded() ? 1L : 0L)
                .put("rows", new Columns(recording, shown, unit).json(lanes))
                .put("tries", new Tries(recording, unit).json(places, lanes))
                .put("path", path(path, places))
                .put("parallelism", json(parallelism))
                .put("live", live(recording))
                .put("heap", heap(recording))
                .toString();
    }

    private static List<String> workers(Recording recording) {
        return recording.workers().stream()
                .limit(MOST_WORKERS)
                .map(Texts::oneLine)
                .toList();
    }

    private static String path(CriticalPath path, int[] places) {
        Varints column = new Varints();
        path.rows().stream().map(row -> places[row]).filter(place -> place >= 0).forEach(column::add);
        return column.base64();
    }

    static Parallelism parallelism(Recording recording) {
        return Parallelism.of(recording, BUCKETS);
    }

    private static JsonObject json(Parallelism parallelism) {
        return new JsonObject().put("bucket", parallelism.bucket()).put("values", parallelism.busy());
    }

    private static JsonObject live(Recording recording) {
        LiveResults live = LiveResults.of(recording, BUCKETS);
        double[] bytes = Arrays.stream(live.bytes()).asDoubleStream().toArray();
        return new JsonObject()
                .put("bucket", live.bucket())
                .put("values", Arrays.stream(live.count()).asDoubleStream().toArray())
                .put("bytes", bytes);
    }

    private static JsonObject heap(Recording recording) {
        List<HeapSample> samples = recording.heap();
        int step = Math.max(1, samples.size() / BUCKETS);
        double[] at = new double[(samples.size() + step - 1) / step];
        double[] used = new double[at.length];
        for (int i = 0; i < samples.size(); i++) {
            at[i / step] = (double) samples.get(i).nanos();
            used[i / step] = Math.max(used[i / step], (double) samples.get(i).used());
        }
        return new JsonObject().put("at", at).put("values", used);
    }
}
