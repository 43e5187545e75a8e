package dev.bide.internal.run;

import dev.bide.graph.Plan;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** What the flight recorder holds about one attempt to run a task. Its fields are read by the recorder. */
@Name("dev.bide.Task")
@Label("Task")
@Category("Bide")
@Description("One attempt to run a task, in the thread that made it")
@StackTrace(false)
final class TaskFlight extends Event {
    @Label("Run")
    @Description("Tells the runs of a JVM apart")
    long run;

    @Label("Name")
    @Nullable
    String name;

    @Label("Number")
    @Description("The task's number in its plan: each task stands after its dependencies")
    int task;

    @Label("Attempt")
    int attempt;

    @Label("Outcome")
    @Description("FINISHED, FAILED, RETRIED or CANCELLED")
    @Nullable
    String outcome;

    @Label("Size of Result")
    @DataAmount
    @Description("About how much memory the result takes; -1 if that is not known")
    long bytes;

    @Label("Failure")
    @Nullable
    String failure;

    /** With the number, what the attempt is of. */
    transient @Nullable Plan plan;

    /** The attempt around this one, in a thread whose task waits for a run. */
    transient @Nullable TaskFlight outer;

    static boolean wanted() {
        return EventType.getEventType(TaskFlight.class).isEnabled();
    }
}
