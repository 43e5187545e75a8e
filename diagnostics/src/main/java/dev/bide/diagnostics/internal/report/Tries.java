package dev.bide.diagnostics.internal.report;

import dev.bide.diagnostics.internal.recording.FailedAttempt;
import dev.bide.diagnostics.internal.recording.Recording;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The attempts that failed, with what they threw, for the task stream and the cards of tasks. */
final class Tries {
    private static final int MOST = 10_000;
    private static final int MOST_TEXT = 400_000;

    private final Recording recording;
    private final long unit;
    private final Texts texts = new Texts();
    private int length;

    Tries(Recording recording, long unit) {
        this.recording = recording;
        this.unit = unit;
    }

    JsonObject json(int[] places, Lanes lanes) {
        List<FailedAttempt> tries = recording.failedAttempts().stream()
                .filter(attempt -> attempt.row() >= 0 && places[attempt.row()] >= 0)
                .sorted(Comparator.comparingLong(FailedAttempt::began))
                .limit(MOST)
                .toList();
        Map<String, Integer> workers = new HashMap<>();
        recording.workers().forEach(worker -> workers.put(worker, workers.size()));
        Varints column = new Varints();
        for (FailedAttempt attempt : tries) {
            int place = places[attempt.row()];
            column.add(place);
            column.add(attempt.attempt());
            column.add(Math.max(0, attempt.began()) / unit);
            column.add(Math.max(0, attempt.ended() - attempt.began()) / unit);
            column.add(workers.getOrDefault(attempt.worker(), -1) + 1L);
            column.add(lane(lanes, attempt.worker(), place));
            column.add(texts.number(text(attempt.failure())));
        }
        return new JsonObject()
                .put("count", (long) tries.size())
                .put("columns", column.base64())
                .put("texts", texts.all());
    }

    /** In the lane of its worker, or where workers share lanes in that of the task's last attempt. */
    private static int lane(Lanes lanes, String worker, int place) {
        int own = lanes.packed() ? -1 : lanes.labels().indexOf(Texts.oneLine(worker));
        return own >= 0 ? own : place < lanes.ofRow().length ? lanes.ofRow()[place] : 0;
    }

    private String text(Throwable failure) {
        String text = length < MOST_TEXT ? StackText.of(failure) : StackText.title(failure);
        length += text.length();
        return text;
    }
}
