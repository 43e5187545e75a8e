package dev.bide.diagnostics.internal.picture;

import dev.bide.graph.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The tasks of a plan by name, numbered in the order of each group's first task. At most {@value #MOST}. Lists are in no
 * group, but for one that is the root. Names that need each other have a group for each round of that.
 */
final class Groups {
    static final int MOST = 100;
    static final String OTHERS = "other names";

    private static final int NONE = -1;

    private final List<String> names;
    private final int[] groupOfTask;
    private final int[] sizes;
    private final int[] firsts;

    private Groups(List<String> names, int[] groupOfTask) {
        this.names = names;
        this.groupOfTask = groupOfTask;
        this.sizes = new int[names.size()];
        this.firsts = new int[names.size()];
        for (int task = groupOfTask.length - 1; task >= 0; task--) {
            if (has(task)) {
                sizes[of(task)]++;
                firsts[of(task)] = task;
            }
        }
    }

    static Groups of(Plan plan, boolean rounds) {
        Groups groups = byName(plan);
        if (groups.count() > MOST) {
            groups = groups.renamed(name -> name.replaceAll("\\d+", "#"));
        }
        groups = groups.count() > MOST ? groups.rareTogether() : groups;
        Groups apart = rounds ? Rounds.apart(plan, groups) : groups;
        return apart.count() > MOST ? groups : apart;
    }

    private static Groups byName(Plan plan) {
        List<String> drawn = new ArrayList<>();
        int[] groupOfName = new int[plan.names().size()];
        Arrays.fill(groupOfName, NONE);
        int[] groupOfTask = new int[plan.size()];
        Arrays.fill(groupOfTask, NONE);
        for (int task = 0; task < groupOfTask.length; task++) {
            if (task == plan.root() || !plan.gathers(task)) {
                int name = plan.group(task);
                if (groupOfName[name] == NONE) {
                    groupOfName[name] = drawn.size();
                    drawn.add(plan.names().get(name));
                }
                groupOfTask[task] = groupOfName[name];
            }
        }
        return new Groups(List.copyOf(drawn), groupOfTask);
    }

    private static int number(String name, Map<String, Integer> numbers) {
        return numbers.computeIfAbsent(name, ignored -> numbers.size());
    }

    /** Groups that get the same name become one. */
    private Groups renamed(UnaryOperator<String> to) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        int[] become =
                names.stream().mapToInt(name -> number(to.apply(name), numbers)).toArray();
        int[] renamed = Arrays.stream(groupOfTask)
                .map(group -> group == NONE ? NONE : become[group])
                .toArray();
        return new Groups(List.copyOf(numbers.keySet()), renamed);
    }

    /** The root keeps its name, however rare. */
    private Groups rareTogether() {
        List<Integer> largestFirst =
                new ArrayList<>(IntStream.range(0, count()).boxed().toList());
        largestFirst.sort((a, b) -> Integer.compare(size(b), size(a)));
        Set<String> common = new HashSet<>();
        common.add(name(of(groupOfTask.length - 1)));
        largestFirst.subList(0, MOST - 2).forEach(group -> common.add(name(group)));
        return renamed(name -> common.contains(name) ? name : OTHERS);
    }

    /**
     * Splits groups.
     *
     * @param most one more than the largest round
     * @param round of each task in a group
     */
    Groups apart(int most, IntUnaryOperator round) {
        List<String> apart = new ArrayList<>();
        int[] groupOfPlace = new int[count() * most];
        Arrays.fill(groupOfPlace, NONE);
        int[] split = new int[groupOfTask.length];
        Arrays.fill(split, NONE);
        for (int task = 0; task < split.length; task++) {
            if (has(task)) {
                int place = of(task) * most + round.applyAsInt(task);
                if (groupOfPlace[place] == NONE) {
                    groupOfPlace[place] = apart.size();
                    apart.add(name(of(task)));
                }
                split[task] = groupOfPlace[place];
            }
        }
        return new Groups(List.copyOf(apart), split);
    }

    /** The group of the first task of each name. O(tasks). */
    Map<String, Integer> ofNames(Plan plan) {
        Map<String, Integer> ofNames = new LinkedHashMap<>();
        for (int task = 0; task < groupOfTask.length; task++) {
            if (has(task)) {
                ofNames.putIfAbsent(plan.name(task), of(task));
            }
        }
        return ofNames;
    }

    /** Adds up something of the tasks in each group. O(tasks). */
    long[] sums(IntToLongFunction ofTask) {
        long[] sums = new long[count()];
        for (int task = 0; task < groupOfTask.length; task++) {
            if (has(task)) {
                sums[of(task)] += ofTask.applyAsLong(task);
            }
        }
        return sums;
    }

    int count() {
        return names.size();
    }

    boolean has(int task) {
        return groupOfTask[task] != NONE;
    }

    int of(int task) {
        return groupOfTask[task];
    }

    String name(int group) {
        return names.get(group);
    }

    int size(int group) {
        return sizes[group];
    }

    int first(int group) {
        return firsts[group];
    }
}
