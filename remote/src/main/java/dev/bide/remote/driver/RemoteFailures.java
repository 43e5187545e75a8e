package dev.bide.remote.driver;

import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.internal.run.Gathering;
import dev.bide.internal.run.Reruns;
import dev.bide.remote.WorkerLostException;
import dev.bide.remote.codec.Codec;
import dev.bide.remote.codec.UndecodableException;
import dev.bide.schedule.Attempt;
import dev.bide.schedule.TaskFailedException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tasks of a run that failed, in the order in which they did, and with what they can be run again. Safe to use from any thread. */
final class RemoteFailures {
    private final RunGraph graph;
    private final Codec codec;
    private final Map<Integer, TaskFailedException> all = new LinkedHashMap<>();
    private final Map<Integer, byte[]> inputs = new HashMap<>();
    private final Reruns reruns = new Reruns();

    RemoteFailures(RunGraph graph, Codec codec) {
        this.graph = graph;
        this.codec = codec;
    }

    /** What the last attempt of a task was called with, as far as it could be sent. */
    synchronized void inputs(int task, byte[] encoded) {
        inputs.put(task, encoded);
    }

    synchronized void failed(int task, List<Attempt> attempts, int mostAttempts) {
        Plan plan = graph.planOf(task);
        int local = graph.local(task);
        byte @Nullable [] called = inputs.remove(task);
        @Nullable Object @Nullable [] known = endsWorkers(attempts) ? null : known(called);
        @Nullable Object[] shown = known == null ? new Object[0] : known;
        suppress(attempts);
        TaskFailedException failure = TaskFailedException.of(plan, local, shown, attempts, mostAttempts, known != null);
        all.put(task, failure);
        reruns.add(failure, known == null ? null : () -> plan.call(local, known));
    }

    /** Such a task is not to be run in this JVM. */
    private static boolean endsWorkers(List<Attempt> attempts) {
        return attempts.get(attempts.size() - 1).failure() instanceof WorkerLostException;
    }

    /** What came before is told with the last. */
    @SuppressWarnings("ReferenceEquality") // equals would be the user's code
    private static void suppress(List<Attempt> attempts) {
        Throwable last = attempts.get(attempts.size() - 1).failure();
        attempts.stream()
                .map(Attempt::failure)
                .filter(thrown -> thrown != last)
                .filter(thrown -> !List.of(last.getSuppressed()).contains(thrown))
                .forEach(last::addSuppressed);
    }

    private @Nullable Object @Nullable [] known(byte @Nullable [] encoded) {
        if (encoded == null || encoded.length == 0) {
            return null;
        }
        try {
            List<?> values = (List<?>) Objects.requireNonNull(codec.decode(encoded, 0, encoded.length));
            return values.toArray();
        } catch (UndecodableException notHere) {
            return null;
        }
    }

    synchronized @Nullable TaskFailedException of(int task) {
        return all.get(task);
    }

    /** For each task of the first plan that needs one that failed, the failure: the first of several. */
    synchronized Map<Integer, TaskFailedException> because() {
        return Gathering.because(graph.plan(), all);
    }

    @Nullable
    TaskFailedException merged() {
        return reruns.merged();
    }

    @Nullable
    Object rerun(Key key) throws Exception {
        return reruns.rerun(key);
    }
}
