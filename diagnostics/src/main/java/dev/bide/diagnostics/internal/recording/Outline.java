package dev.bide.diagnostics.internal.recording;

import dev.bide.graph.CallSite;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to read of a plan's tasks after the run. */
sealed interface Outline {
    int size();

    List<String> names();

    /** The position of a task's name in {@link #names}. */
    int group(int task);

    Key key(int task);

    boolean gathers(int task);

    boolean imported(int task);

    int[] dependencyStart();

    int[] dependencies();

    @Nullable
    CallSite callSite(int task);

    @Nullable
    CallSite taskSite(int task);

    /** The plan itself, which the run holds as well. */
    record Whole(Plan plan) implements Outline {
        @Override
        public int size() {
            return plan.size();
        }

        @Override
        public List<String> names() {
            return plan.names();
        }

        @Override
        public int group(int task) {
            return plan.group(task);
        }

        @Override
        public Key key(int task) {
            return plan.key(task);
        }

        @Override
        public boolean gathers(int task) {
            return plan.gathers(task);
        }

        @Override
        public boolean imported(int task) {
            return plan.imported(task);
        }

        @Override
        public int[] dependencyStart() {
            return plan.dependencyStart();
        }

        @Override
        public int[] dependencies() {
            return plan.dependencies();
        }

        @Override
        public @Nullable CallSite callSite(int task) {
            return plan.callSite(task);
        }

        @Override
        public @Nullable CallSite taskSite(int task) {
            return plan.taskSite(task);
        }
    }

    /** Of a plan that a graph grew by: what it says of its tasks, and nothing that holds their arguments. */
    record Copied(List<String> names, List<OfTask> tasks, int[] dependencyStart, int[] dependencies)
            implements Outline {
        /** What is said of one task. */
        record OfTask(
                int group,
                Key key,
                boolean gathers,
                boolean imported,
                @Nullable CallSite callSite,
                @Nullable CallSite taskSite) {
            static OfTask of(Plan plan, int task) {
                return new OfTask(
                        plan.group(task),
                        plan.key(task),
                        plan.gathers(task),
                        plan.imported(task),
                        plan.callSite(task),
                        plan.taskSite(task));
            }
        }

        @Override
        public int size() {
            return tasks.size();
        }

        @Override
        public int group(int task) {
            return tasks.get(task).group();
        }

        @Override
        public Key key(int task) {
            return tasks.get(task).key();
        }

        @Override
        public boolean gathers(int task) {
            return tasks.get(task).gathers();
        }

        @Override
        public boolean imported(int task) {
            return tasks.get(task).imported();
        }

        @Override
        public @Nullable CallSite callSite(int task) {
            return tasks.get(task).callSite();
        }

        @Override
        public @Nullable CallSite taskSite(int task) {
            return tasks.get(task).taskSite();
        }
    }
}
