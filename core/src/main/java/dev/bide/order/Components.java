package dev.bide.order;

import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int NONE = -1;

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
        int[] partOf = partOfEach(callersNumber);
        int[] sizes = new int[count];
        int[] number = new int[dag.size];
        for (int task = 0; task < dag.size; task++) {
            number[task] = sizes[partOf[task]]++;
        }
        int[][] tasks = new int[count][];
        Arrays.setAll(tasks, part -> new int[sizes[part]]);
        for (int task = 0; task < dag.size; task++) {
            tasks[partOf[task]][number[task]] = task;
        }
        List<Part> parts = new ArrayList<>(count);
        for (int[] members : tasks) {
            parts.add(new Part(dag.only(members, number), members));
        }
        return parts;
    }

    /** Numbers the parts by the first task the caller has in each. */
    private int[] partOfEach(int[] callersNumber) {
        int[] taskOf = new int[dag.size];
        for (int task = 0; task < dag.size; task++) {
            taskOf[callersNumber[task]] = task;
        }
        int[] partOfLeader = new int[dag.size];
        Arrays.fill(partOfLeader, NONE);
        int[] partOf = new int[dag.size];
        int parts = 0;
        for (int task : taskOf) {
            int own = leaderOf(task);
            if (partOfLeader[own] == NONE) {
                partOfLeader[own] = parts++;
            }
            partOf[task] = partOfLeader[own];
        }
        return partOf;
    }

    private static int[] identity(int size) {
        int[] identity = new int[size];
        for (int task = 0; task < size; task++) {
            identity[task] = task;
        }
        return identity;
    }
}
