package dev.bide.store;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.graph.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts for a key, and what does not. */
class ContentKeysTest {
    private static final Task1<Object, Object> SAME = task(Battery::same);

    @TempDir
    private Path folder;

    private static String key(Node node) {
        return new ContentKeys(false).of(node).key().hex();
    }

    private static String of(@Nullable Object argument) {
        return key(SAME.call(value(argument)));
    }

    private static String byContent(Object argument) {
        return new ContentKeys(true).of(SAME.call(value(argument))).key().hex();
    }

    // ---------------------------------------------------------------- arguments

    @Test
    @SuppressWarnings("JdkObsolete") // users have linked lists
    void key_listsOfOtherClasses_goByTheirElements() {
        assertThat(of(List.of(1, 2)))
                .isEqualTo(of(new ArrayList<>(List.of(1, 2))))
                .isEqualTo(of(new LinkedList<>(List.of(1, 2))))
                .isEqualTo(of(Arrays.asList(1, 2)))
                .isNotEqualTo(of(List.of(2, 1)))
                .isNotEqualTo(of(List.of(1, 2L)));
    }

    @Test
    void key_hashTables_haveNoOrder() {
        Set<Object> filledInOtherOrder = new HashSet<>(1);
        List.of("k", "j", "i", "h", "g", "f", "e", "d", "c", "b", "a").forEach(filledInOtherOrder::add);

        assertThat(of(Battery.letters())).isEqualTo(of(filledInOtherOrder)).isNotEqualTo(of(Set.of("a")));
        assertThat(of(new HashMap<>(Map.of("a", 1, "b", 2)))).isEqualTo(of(Map.of("b", 2, "a", 1)));
        assertThat(of(Map.of("a", 1, "b", 2))).isNotEqualTo(of(Map.of("a", 2, "b", 1)));
    }

    @Test
    void key_collectionsWithAnOrder_goByIt() {
        assertThat(of(new LinkedHashSet<>(List.of(1, 2)))).isNotEqualTo(of(new LinkedHashSet<>(List.of(2, 1))));
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("b", 1);
        map.put("a", 2);
        assertThat(of(map)).isNotEqualTo(of(new LinkedHashMap<>(new TreeMap<>(map))));
        assertThat(of(Collections.unmodifiableMap(map)))
                .isNotEqualTo(of(Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(map)))));
    }

    @Test
    void key_numbersThatLookAlike_differ() {
        assertThat(Set.of(of(1), of(1L), of(1.0), of(1f), of("1"), of('1'), of((short) 1), of((byte) 1), of(true)))
                .hasSize(9);
        assertThat(of(0.0)).isNotEqualTo(of(-0.0));
        assertThat(of(List.of("a", "b"))).isNotEqualTo(of(List.of("ab", "")));
        assertThat(of(List.of(List.of(1), 2))).isNotEqualTo(of(List.of(List.of(1, 2))));
    }

    @Test
    void key_sharedParts_costNoMoreThanEach() {
        Object shared = List.of(1);
        for (int depth = 0; depth < 200; depth++) {
            shared = List.of(shared, shared);
        }

        assertThat(of(shared)).hasSize(64);
    }

    @Test
    void key_listOfResults_isTheOneOfTheirGathering() {
        Delayed<Object> one = SAME.call(1);
        Delayed<Object> two = SAME.call(2);

        assertThat(key(SAME.call(List.of(one, two)))).isEqualTo(key(SAME.call(gather(List.of(one, two)))));
    }

    @Test
    void key_valueAndPlainArgument_areTheSame() {
        assertThat(key(SAME.call(5))).isEqualTo(of(5));
    }

    @Test
    void key_resultOfACall_goesByItsFunctionAndArguments() {
        assertThat(key(SAME.call(SAME.call(1))))
                .isEqualTo(key(SAME.call(SAME.named("other").call(1).named("name"))))
                .isNotEqualTo(key(SAME.call(SAME.call(2))))
                .isNotEqualTo(key(SAME.call(1)));
    }

    @Test
    void key_whatItRunsAfter_doesNotCount() {
        assertThat(key(SAME.call(1).after(SAME.call(2)))).isEqualTo(key(SAME.call(1)));
    }

    @Test
    void key_chainOfAHundredThousand_isFound() {
        Delayed<Object> last = SAME.call(0);
        for (int i = 0; i < 100_000; i++) {
            last = SAME.call(last);
        }

        assertThat(key(last)).hasSize(64);
    }

    // ---------------------------------------------------------------- functions

    private static Delayed<Integer> added(int captured) {
        return on(1).call(x -> x + captured);
    }

    @Test
    void key_lambda_goesByItsPlaceAndWhatItCaptured() {
        assertThat(key(added(1))).isEqualTo(key(added(1))).isNotEqualTo(key(added(2)));
        assertThat(key(on(1).call(x -> x + 1))).isNotEqualTo(key(on(1).call(x -> x + 1)));
    }

    @Test
    void key_methodReferences_goByTheirMethod() {
        assertThat(key(on(1, 2).call(Math::max)))
                .isEqualTo(key(on(1, 2).call(Math::max)))
                .isNotEqualTo(key(on(1, 2).call(Math::min)))
                .isNotEqualTo(key(on(1L, 2L).call(Math::max)));
    }

    @Test
    void key_functionWithFields_goesByThem() {
        assertThat(key(task(new Battery.ByHand(1)).call(1)))
                .isEqualTo(key(task(new Battery.ByHand(1)).call(1)))
                .isNotEqualTo(key(task(new Battery.ByHand(2)).call(1)));
    }

    @Test
    void key_version_standsForTheCode() {
        assertThat(key(SAME.version("1").call(1)))
                .isEqualTo(key(SAME.version("1").call(1)))
                .isNotEqualTo(key(SAME.version("2").call(1)))
                .isNotEqualTo(key(SAME.call(1)));
    }

    @Test
    void key_lambdasWithNameAndVersion_goByThese() {
        String first = key(task((Integer x) -> x + 1).named("inc").version("1").call(1));
        String second = key(task((Integer x) -> 1 + x).named("inc").version("1").call(1));
        String other = key(task((Integer x) -> 1 + x).named("add").version("1").call(1));

        assertThat(first).isEqualTo(second).isNotEqualTo(other);
    }

    @Test
    void key_capturedTaskAndDelayed_goByTheirFunctions() {
        assertThat(key(grown(SAME, SAME.call(1))))
                .isEqualTo(key(grown(SAME, SAME.call(1))))
                .isNotEqualTo(key(grown(SAME, SAME.call(2))))
                .isNotEqualTo(key(grown(SAME.version("2"), SAME.call(1))));
    }

    private static Delayed<Object> grown(Task1<Object, Object> task, Delayed<Object> captured) {
        return on(1).call(x -> x).thenDelayed(x -> task.call(captured)).then(x -> x);
    }

    // ---------------------------------------------------------------- files

    @Test
    void key_file_goesByPathSizeAndTime() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "one");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        String before = of(file);
        assertThat(of(file.toFile())).isEqualTo(before);
        assertThat(of(folder.resolve("./a"))).isEqualTo(before);

        Files.writeString(file, "two");
        assertThat(of(file)).isNotEqualTo(before);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertThat(of(file)).isEqualTo(before);
        Files.delete(file);
        assertThat(of(file)).isNotEqualTo(before);
    }

    @Test
    void key_fileByContent_goesByNameAndContent() throws Exception {
        Path file = Files.writeString(folder.resolve("a"), "one");
        String before = byContent(file);

        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertThat(byContent(file)).isEqualTo(before);
        Files.writeString(file, "two");
        assertThat(byContent(file)).isNotEqualTo(before);
        assertThat(byContent(Files.writeString(folder.resolve("b"), "one"))).isNotEqualTo(before);
    }

    @Test
    void key_folderByContent_goesByAllInIt() throws Exception {
        Files.createDirectories(folder.resolve("in/deep"));
        Path file = Files.writeString(folder.resolve("in/deep/a"), "one");
        String before = byContent(folder.resolve("in"));

        Files.writeString(file, "two");
        assertThat(byContent(folder.resolve("in"))).isNotEqualTo(before);
        Files.writeString(file, "one");
        assertThat(byContent(folder.resolve("in"))).isEqualTo(before);
    }
}
