package dev.bide.graph;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task1;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys of many tasks, with names that are in each other's way. */
class KeysTest {
    private static final List<String> NAMES =
            List.of("a", "a-1", "a-2", "a-1-1", "b", "b-", "-1", "a-01", "a-999999999");

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static List<String> keys(Node root) {
        Plan plan = Plan.of(root);
        return IntStream.range(0, plan.size() - 1)
                .mapToObj(task -> plan.key(task).name())
                .toList();
    }

    // x  x  x ...
    //  \ | /
    //   list
    @ParameterizedTest
    @MethodSource("seeds")
    void key_namesInEachOthersWay_areAllDifferent(int seed) {
        Random random = new Random(seed);
        List<String> names = new ArrayList<>();
        List<Delayed<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            names.add(NAMES.get(random.nextInt(NAMES.size())));
            calls.add(on(i).call(x -> x).named(names.get(i)));
        }

        List<String> keys = keys(gather(calls));

        assertThat(keys).as("seed %s", seed).hasSize(12).doesNotHaveDuplicates();
        for (int i = 0; i < 12; i++) {
            boolean alone = Collections.frequency(names, names.get(i)) == 1;
            assertThat(keys.get(i))
                    .as("seed %s", seed)
                    .matches(Pattern.quote(names.get(i)) + (alone ? "" : "-[1-9]\\d*"));
        }
    }

    @Test
    void key_nameOfASingleTask_keepsOthersFromThatNumber() {
        Task1<Integer, Integer> a = Task1.<Integer, Integer>of(x -> x).named("a");
        Task1<Integer, Integer> alone = Task1.<Integer, Integer>of(x -> x).named("a-2");

        assertThat(keys(gather(List.of(a.call(1), alone.call(2), a.call(3), a.call(4)))))
                .containsExactly("a-1", "a-2", "a-3", "a-4");
    }
}
