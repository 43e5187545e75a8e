package dev.bide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bide.schedule.Spill;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillAreaTest {
    @TempDir
    private Path directory;

    private Spill.Area area;

    @BeforeEach
    void open() {
        area = SpillFolder.at(directory).open();
    }

    @AfterEach
    void close() {
        area.close();
        assertThat(directory).isEmptyDirectory();
    }

    /** What a user's class may be like. */
    record Pair(String name, int[] numbers) implements Serializable {}

    /** Made in a class loader of its own as well. */
    static final class Plain implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Says that it can be written, and cannot. */
    static final class Unwritable implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("unused") // serialisation calls it
        private void writeObject(ObjectOutputStream out) throws IOException {
            out.writeInt(1);
            throw new NotSerializableException("not today");
        }
    }

    private Object roundTrip(Object value) throws IOException {
        Spill.Piece piece = Objects.requireNonNull(area.put(value));
        Object first = piece.fetch();
        assertThat(piece.fetch()).isNotSameAs(first);
        piece.drop();
        return first;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(".ser")).toList();
        }
    }

    @Test
    void put_values_comeBackEqual() throws IOException {
        Map<String, List<Integer>> map = new HashMap<>(Map.of("a", List.of(1, 2), "b", List.of()));

        assertThat(roundTrip(map)).isEqualTo(map);
        assertThat(roundTrip(new int[][] {{1, 2}, {}, {3}})).isEqualTo(new int[][] {{1, 2}, {}, {3}});
        assertThat(roundTrip(new Pair("x", new int[] {7})))
                .usingRecursiveComparison()
                .isEqualTo(new Pair("x", new int[] {7}));
        assertThat(roundTrip(new Object[] {TimeUnit.DAYS, String.class}))
                .isEqualTo(new Object[] {TimeUnit.DAYS, String.class});
        assertThat(files()).isEmpty();
    }

    @Test
    void put_lambdaAndProxy_comeBackAsTheyWere() throws IOException {
        String captured = "captured";
        Supplier<String> lambda = (Supplier<String> & Serializable) () -> captured;
        Spill.Piece piece = Objects.requireNonNull(area.put(lambda));
        Object proxy =
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Comparable.class}, new Always());

        assertThat(((Supplier<?>) piece.fetch()).get()).isEqualTo(captured);
        assertThat(Objects.requireNonNull(area.put(proxy)).fetch()).hasSameClassAs(proxy);
    }

    /** What is behind a proxy. */
    private record Always() implements InvocationHandler, Serializable {
        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            return 0;
        }
    }

    @Test
    void put_classOfAnotherLoader_comesBackAsTheSameClass() throws Exception {
        URL here = Plain.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {here}, null)) {
            var constructor = loader.loadClass(Plain.class.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            Object foreign = constructor.newInstance();

            assertThat(roundTrip(List.of(foreign, new Plain())))
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .extracting(Object::getClass)
                    .containsExactly(foreign.getClass(), Plain.class);
        }
    }

    @Test
    void put_whatCannotBeWritten_isRefusedAndLeavesNoFile() throws IOException {
        assertThat(area.put(new Object())).isNull();
        assertThat(area.put(List.of(new Object()))).isNull();
        assertThat(area.put(new Unwritable())).isNull();
        assertThat(files()).isEmpty();
        assertThat(roundTrip("and goes on")).isEqualTo("and goes on");
    }

    @Test
    void bytes_objects_areMeasuredWithoutAFile() throws IOException {
        assertThat(area.bytes(new Pair("x", new int[1000]))).isBetween(8_000L, 9_000L);
        assertThat(area.bytes(new Object())).isEqualTo(-1);
        assertThat(area.bytes(new Unwritable())).isEqualTo(-1);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void put_folderIsGone_saysSo() throws IOException {
        area.put("first");
        for (Path file : files()) {
            Files.delete(file);
        }
        try (Stream<Path> rooms = Files.list(directory)) {
            Path room = rooms.findFirst().orElseThrow();
            Files.delete(room.resolve("lock"));
            Files.delete(room);
        }

        assertThatThrownBy(() -> area.put("second")).isInstanceOf(IOException.class);
    }

    /** A small result is written only when its file is closed. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1_000_000})
    void put_diskIsFull_saysSoAndWhatIsThereStays(int numbers) throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "a system without a file that is always full");
        Spill.Piece first = Objects.requireNonNull(area.put("first"));
        Files.createSymbolicLink(files().get(0).resolveSibling("2.ser"), full);

        assertThatThrownBy(() -> area.put(new int[numbers]))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
        assertThat(first.fetch()).isEqualTo("first");
        assertThat(files()).hasSize(1);
    }

    @Test
    void fetch_fileIsDamaged_saysSo() throws IOException {
        Spill.Piece piece = Objects.requireNonNull(area.put(new Pair("x", new int[1000])));
        Files.write(files().get(0), new byte[100]);

        assertThatThrownBy(piece::fetch).isInstanceOf(IOException.class);
    }

    @Test
    void put_afterClose_isRefused() {
        area.close();

        assertThatThrownBy(() -> area.put("late")).isInstanceOf(IOException.class);
    }

    @Test
    void put_aKilledJvmHasLeftFiles_deletesThem() throws IOException {
        Path left = Files.createDirectory(directory.resolve("bide-spill-left"));
        Files.createFile(left.resolve("lock"));
        Files.writeString(left.resolve("1.ser"), "what nobody needs");
        Path foreign = Files.createFile(directory.resolve("foreign"));

        area.put("a result");

        assertThat(left).doesNotExist();
        assertThat(foreign).exists();
        Files.delete(foreign);
    }

    @Test
    void put_anotherRunIsUnderWay_leavesItsFiles() throws IOException {
        Spill.Piece piece = Objects.requireNonNull(area.put("a result"));
        try (Spill.Area other = SpillFolder.at(directory).open()) {
            other.put("another");

            assertThat(files()).hasSize(2);
        }
        assertThat(piece.fetch()).isEqualTo("a result");
    }
}
