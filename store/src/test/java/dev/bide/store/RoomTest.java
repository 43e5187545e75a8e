package dev.bide.store;

import static dev.bide.store.Samples.key;
import static dev.bide.store.Samples.payload;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes when there is no room. */
class RoomTest {
    /** Of a payload of 1000 bytes, with a name of four letters. */
    private static final int BYTES = Header.FIXED + 4 + 1000;

    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    @Test
    void write_beyondTheBound_evictsTheCheapest() throws IOException {
        Shelf shelf = Shelf.at(folder, 3 * BYTES);
        write(shelf, 1, SECOND);
        write(shelf, 2, SECOND.dividedBy(2));
        write(shelf, 3, SECOND);
        assertThat(left()).containsOnlyKeys(key(1), key(2), key(3));
        write(shelf, 4, SECOND);
        assertThat(left()).containsOnlyKeys(key(1), key(3), key(4));
    }

    @Test
    void write_beyondTheBound_keepsWhatIsUsedMore() throws IOException {
        Shelf shelf = Shelf.at(folder, 3 * BYTES);
        write(shelf, 1, SECOND);
        write(shelf, 2, SECOND.multipliedBy(2));
        write(shelf, 3, SECOND.multipliedBy(3));
        shelf.read(key(1));
        shelf.read(key(1));
        write(shelf, 4, SECOND);
        assertThat(left()).as("2 is worth 2, 1 three times 1").containsOnlyKeys(key(1), key(3), key(4));
    }

    @Test
    void write_beyondTheBound_evictsTheLargestOfEqualCost() throws IOException {
        Shelf shelf = Shelf.at(folder, 10 * BYTES);
        shelf.write(key(1), "task", SECOND, payload(1, 1000));
        shelf.write(key(2), "task", SECOND, payload(2, 7000));
        shelf.write(key(3), "task", SECOND, payload(3, 3000));
        assertThat(left()).containsOnlyKeys(key(1), key(3));
    }

    @Test
    void write_worthLeastOfAll_isKeptAllTheSame() throws IOException {
        Shelf shelf = Shelf.at(folder, 2 * BYTES);
        write(shelf, 1, SECOND);
        write(shelf, 2, SECOND);
        write(shelf, 3, Duration.ZERO);
        assertThat(left()).hasSize(2).containsKey(key(3));
        write(shelf, 4, SECOND);
        assertThat(left()).as("it is not what is being written any more").doesNotContainKey(key(3));
    }

    @Test
    void write_largerThanTheBound_isNotKeptAndSaidOnce() throws IOException {
        Shelf shelf = Shelf.at(folder, 2 * BYTES);
        write(shelf, 1, SECOND);
        try (Logged logged = new Logged()) {
            shelf.write(key(2), "huge", SECOND, payload(2, 2 * BYTES));
            shelf.write(key(2), "huge", SECOND, out -> out.write(payload(2, 500_000)));
            assertThat(logged.messages())
                    .singleElement()
                    .asString()
                    .contains(folder.toString(), "task huge", "Give the store more room");
        }
        assertThat(left()).containsOnlyKeys(key(1));
        assertThat(Layout.drafts(new Layout(folder).folder(key(2)))).isEmpty();
    }

    @Test
    void write_entriesFromBefore_areCounted() throws IOException {
        Shelf unbound = Shelf.at(folder, Shelf.NO_BOUND);
        for (int i = 0; i < 20; i++) {
            write(unbound, i, SECOND.multipliedBy(i + 1));
        }
        write(Shelf.at(folder, 5 * BYTES), 20, SECOND.multipliedBy(21));
        assertThat(left()).containsOnlyKeys(key(16), key(17), key(18), key(19), key(20));
    }

    @Test
    void write_fileThatIsNoEntry_pushesNothingOut() throws IOException {
        Shelf shelf = Shelf.at(folder, 3 * BYTES);
        write(shelf, 1, SECOND);
        Layout layout = new Layout(folder);
        layout.makeFolder(key(99));
        Files.write(layout.file(key(99)), new byte[100 * BYTES]);
        Shelf again = Shelf.at(folder, 3 * BYTES);
        write(again, 2, SECOND);
        write(again, 3, SECOND);
        assertThat(left()).containsOnlyKeys(key(1), key(2), key(3));
    }

    @Test
    void write_byTwoShelves_overshootsByAnEighthAtMost() throws IOException {
        Shelf one = Shelf.at(folder, 40 * BYTES);
        Shelf other = Shelf.at(folder, 40 * BYTES);
        for (int i = 0; i < 120; i += 2) {
            write(one, i, SECOND);
            write(other, i + 1, SECOND);
            assertThat(left().values().stream().mapToLong(Entry::bytes).sum()).isLessThanOrEqualTo((40 + 6) * BYTES);
        }
        assertThat(left()).hasSizeGreaterThan(35);
    }

    @Test
    void write_manyAtRandom_evictsAsASlowModelDoes() throws IOException {
        for (long seed = 1; seed <= 2; seed++) {
            Path place = folder.resolve("seed" + seed);
            long most = 50_000;
            Shelf shelf = Shelf.at(place, most);
            Random random = new Random(seed);
            for (int i = 0; i < 200; i++) {
                ContentKey key = key(random.nextInt(150));
                if (random.nextInt(3) == 0) {
                    shelf.read(key);
                    continue;
                }
                Map<ContentKey, Entry> before = left(place);
                shelf.write(key, "task", Duration.ofMillis(random.nextInt(50)), payload(i, random.nextInt(5000)));
                Map<ContentKey, Entry> now = left(place);
                assertThat(now.keySet())
                        .as("step %d, seed %d", i, seed)
                        .isEqualTo(model(before, now, key, most).keySet());
            }
        }
    }

    /** What should be left of the entries that there were, and of one more. */
    private static Map<ContentKey, Entry> model(
            Map<ContentKey, Entry> before, Map<ContentKey, Entry> now, ContentKey written, long most) {
        Map<ContentKey, Entry> left = new HashMap<>(before);
        left.remove(written);
        TreeSet<Entry> order = new TreeSet<>(Entry.LEAST_WORTH_FIRST);
        order.addAll(left.values());
        left.put(written, now.get(written));
        long total = left.values().stream().mapToLong(Entry::bytes).sum();
        while (total > most) {
            Entry least = order.pollFirst();
            left.remove(least.key());
            total -= least.bytes();
        }
        return left;
    }

    private static void write(Shelf shelf, int number, Duration cost) throws IOException {
        shelf.write(key(number), "task", cost, payload(number, 1000));
    }

    private Map<ContentKey, Entry> left() {
        return left(folder);
    }

    private static Map<ContentKey, Entry> left(Path place) {
        List<Entry> entries = Inventory.of(place).entries().toList();
        return entries.stream().collect(toMap(Entry::key, entry -> entry));
    }
}
