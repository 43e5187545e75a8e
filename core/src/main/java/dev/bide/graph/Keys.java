package dev.bide.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Every task's key: the one it was given, else its name, numbered from 1 where several share it. A number is left out
 * where the key would be another's: one that was given, or a name that only one task has.
 *
 * <p>Takes four bytes a task: the text of a key is made when it is asked for.
 *
 * @param names the names of the tasks
 * @param numbers each task's number among those of its name; 0 for none
 */
record Keys(Names names, int[] numbers) {
    static Keys of(NodePieces nodes, Names names) {
        int[] shared = new int[names.all().size()];
        Set<String> given = new HashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            Key key = nodes.get(i).key();
            if (key == null) {
                shared[names.ofTask()[i]]++;
            } else {
                given.add(key.name());
            }
        }
        boolean[] alone = new boolean[shared.length];
        for (int name = 0; name < shared.length; name++) {
            alone[name] = shared[name] == 1 && !given.contains(names.all().get(name));
        }
        return new Keys(names, numbers(nodes, names, alone, taken(names, alone, given)));
    }

    /**
     * The keys that tasks have in another plan.
     *
     * @param names the names of the tasks
     * @param before where each task is in the other plan; -1 where it is not
     */
    Keys moved(Names names, int[] before) {
        return new Keys(
                names,
                Arrays.stream(before).map(task -> task < 0 ? 0 : numbers[task]).toArray());
    }

    /** The numbers that must be left out, for each name that has such. */
    private static Map<String, Set<Integer>> taken(Names names, boolean[] alone, Set<String> given) {
        Set<String> all = new HashSet<>(given);
        for (int name = 0; name < alone.length; name++) {
            if (alone[name]) {
                all.add(names.all().get(name));
            }
        }
        Map<String, Set<Integer>> taken = new HashMap<>();
        for (String key : all) {
            int dash = key.lastIndexOf('-');
            String number = key.substring(dash + 1);
            if (dash > 0 && number.matches("[1-9]\\d{0,8}")) {
                taken.computeIfAbsent(key.substring(0, dash), ignored -> new HashSet<>())
                        .add(Integer.parseInt(number));
            }
        }
        return taken;
    }

    private static int[] numbers(NodePieces nodes, Names names, boolean[] alone, Map<String, Set<Integer>> taken) {
        int[] counters = new int[alone.length];
        int[] numbers = new int[nodes.size()];
        for (int i = 0; i < numbers.length; i++) {
            int name = names.ofTask()[i];
            if (alone[name] || nodes.get(i).key() != null) {
                continue;
            }
            Set<Integer> leftOut =
                    taken.isEmpty() ? Set.of() : taken.getOrDefault(names.all().get(name), Set.of());
            do {
                numbers[i] = ++counters[name];
            } while (leftOut.contains(numbers[i]));
        }
        return numbers;
    }

    /** The key of a task that was given none. */
    Key of(int task) {
        String name = names.all().get(names.ofTask()[task]);
        return Key.of(numbers[task] == 0 ? name : name + "-" + numbers[task]);
    }
}
