package dev.bide.diagnostics.internal.report;

import static dev.bide.Bide.ref;
import static dev.bide.Bide.task;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.graph.TaskGraph;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.util.List;

/** Graphs for reports. Their tasks do nothing, since only the simulated times matter. */
@SuppressWarnings("serial") // javac guards whatever a package named internal passes as a serialisable lambda
final class RunGraphs {
    private RunGraphs() {}

    private static String load(String file) {
        return file;
    }

    private static String scale(String data) {
        return data;
    }

    /** A chain of tasks with keys of a user's choice. */
    static Delayed<?> chainNamed(List<String> keys) {
        Delayed<String> last = task(RunGraphs::load).call("a.csv");
        for (String key : keys) {
            last = task(RunGraphs::scale).call(last).named(key);
        }
        return last;
    }

    private static String failing(String train, double c, double gamma) throws Exception {
        if (Double.isNaN(gamma)) {
            Exception thrown = new IllegalArgumentException("gamma is NaN", new IOException("cannot read fold-2.bin"));
            thrown.setStackTrace(new StackTraceElement[] {
                new StackTraceElement("com.acme.cv.Svm", "fit", "Svm.java", 88),
                new StackTraceElement("com.acme.cv.NestedCv", "lambda$grid$0", "NestedCv.java", 53),
                new StackTraceElement("dev.bide.graph.Calls", "call", "Calls.java", 61),
                new StackTraceElement("dev.bide.internal.local.Worker", "run", "Worker.java", 61)
            });
            throw thrown;
        }
        return train;
    }

    /** What a run throws when the task with this key fails. */
    static TaskFailedException failureOf(String key) {
        return failureOf(key, Double.NaN, "train");
    }

    private static TaskFailedException failureOf(String key, double gamma, String train) {
        TaskGraph graph = TaskGraph.builder()
                .put("split-4", task(RunGraphs::scale), train)
                .put(key, task(RunGraphs::failing).retry(2), ref("split-4"), 100.0, gamma)
                .put("mean-3", task(RunGraphs::scale), ref(key))
                .put("argmax-2", task(RunGraphs::scale), ref("mean-3"))
                .put("report", task(RunGraphs::scale), ref("argmax-2"))
                .build();
        try {
            Schedulers.sync().get(graph, "report", String.class);
        } catch (TaskFailedException failed) {
            return failed;
        }
        throw new AssertionError("it did not fail");
    }

    private static String throwing(String message) {
        throw new IllegalStateException(message);
    }

    /** What a run throws when a task with this key throws with this message. */
    static TaskFailedException failureOf(String key, String message) {
        TaskGraph graph =
                TaskGraph.builder().put(key, task(RunGraphs::throwing), message).build();
        try {
            Schedulers.sync().get(graph, key, String.class);
        } catch (TaskFailedException failed) {
            return failed;
        }
        throw new AssertionError("it did not fail");
    }
}
