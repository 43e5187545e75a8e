package dev.bide.order;

import java.util.ArrayList;
import java.util.List;

/**
 * The parts of a graph that have no edge between them, the one with the caller's first task first.
 *
 * <p>Once a part is through, none of its results is alive, so parts are best run one after the other. Near O(n + e),
 * with a forest of disjoint sets (Tarjan 1975).
 */
final class Components {

    /**
     * @param dag the part as a graph of its own
     * @param tasks the number each of its tasks has in the whole graph
     */
    record Part(Dag dag, int[] tasks) {}

    private final Dag dag;
    private final int[] leader;

    private Components(Dag dag) {
        this.dag = dag;
        leader = new int[dag.size];
    }

    /** @param callersNumber what the caller calls each task of the graph */
    static List<Part> of(Dag dag, int[] callersNumber) {
        Components components = new Components(dag);
        int count = components.unite();
        if (count <= 1) {
            return List.of(new Part(dag, identity(dag.size)));
        }
        return components.split(count, callersNumber);
    }

    private int unite() {
        int count = dag.size;
        for (int task = 0; task < dag.size; task++) {
            leader[task] = task;
            for (int at = dag.dependencyStart[task]; at < dag.dependencyStart[task + 1]; at++) {
                int other = leaderOf(dag.dependencies[at]);
                int own = leaderOf(task);
                if (own != other) {
                    leader[Math.max(own, other)] = Math.min(own, other);
                    count--;
                }
            }
        }
        return count;
    }

    private int leaderOf(int task) {
        int at = task;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    private List<Part> split(int count, int[] callersNumber) {
        int[] taskOf = new int[dag.size];
        for (int task = 0; task < dag.size; task++) {
            taskOf[callersNumber[task]] = task;
        }
        int[] partOf = new int[dag.size];
        int[] sizes = new int[count];
        int parts = 0;
        for (int caller = 0; caller < dag.size; caller++) {
            int head = leaderOf(taskOf[caller]);
            if (partOf[head] == 0) {
                partOf[head] = ++parts;
            }
            sizes[partOf[head] - 1]++;
        }
        int[][] tasks = new int[count][];
        for (int part = 0; part < count; part++) {
            tasks[part] = new int[sizes[part]];
            sizes[part] = 0;
        }
        int[] local = new int[dag.size];
        for (int task = 0; task < dag.size; task++) {
            int part = partOf[leaderOf(task)] - 1;
            local[task] = sizes[part];
            tasks[part][sizes[part]++] = task;
        }
        List<Part> list = new ArrayList<>(count);
        for (int[] members : tasks) {
            list.add(new Part(dag.only(members, local), members));
        }
        return list;
    }

    private static int[] identity(int size) {
        int[] identity = new int[size];
        for (int task = 0; task < size; task++) {
            identity[task] = task;
        }
        return identity;
    }
}
