package dev.bide.remote.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bide.remote.codec.Luggage.Point;
import dev.bide.remote.codec.Luggage.Sendable;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Bytes that are damaged, are cut off or name a class that is not here are refused; nothing else is thrown. */
abstract class UnreadableLaw extends CodecLaw {
    UnreadableLaw(CodecContract contract) {
        super(contract);
    }

    @Test
    void decode_damaged_isRefused() {
        byte[] bytes = codec().encode(new Object[] {new Point(1, 2, "x"), List.of(1, "b"), new double[] {1, 2, 3}});
        Random random = new Random(17);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = bytes.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            decodeOrRefuse(damaged, damaged.length);
            decodeOrRefuse(bytes, random.nextInt(bytes.length));
        }
        assertThat(codec().decode(bytes, 0, bytes.length)).isNotNull();
    }

    private void decodeOrRefuse(byte[] bytes, int length) {
        try {
            codec().decode(bytes, 0, length);
        } catch (UndecodableException refused) {
            assertThat(refused).hasMessageStartingWith("can't be read here: ");
        }
    }

    @Test
    void decode_cutOff_isRefused() {
        for (Object value : new Object[] {42, "text", new double[4], new Point(1, 2, "x"), function()}) {
            byte[] bytes = codec().encode(value);
            for (int length = 0; length < bytes.length; length++) {
                int cut = length;
                assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> codec().decode(bytes, 0, cut));
            }
        }
    }

    @Test
    void decode_classIsMissing_namesIt() throws Exception {
        Codec here =
                codec().with(new Without("dev.bide.remote.codec.Luggage$Point", "dev.bide.remote.codec.UnreadableLaw"));
        Object[] values = {new Point(1, 2, "x"), new Object[] {new Point(1, 2, "x")}, function()};
        String[] missing = {Point.class.getName(), Point.class.getName(), UnreadableLaw.class.getName()};
        for (int i = 0; i < values.length; i++) {
            byte[] bytes = codec().encode(values[i]);
            assertThatExceptionOfType(UndecodableException.class)
                    .isThrownBy(() -> here.decode(bytes, 0, bytes.length))
                    .withMessageContaining("this worker's class path lacks " + missing[i] + ";");
        }
    }

    private static Sendable<Integer, Integer> function() {
        int k = 3;
        return x -> x + k;
    }

    /** A loader of its own for the classes of tests, but for some. */
    private static final class Without extends ClassLoader {
        private final Set<String> missing;

        Without(String... missing) {
            super(UnreadableLaw.class.getClassLoader());
            this.missing = Set.of(missing);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (missing.contains(name)) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
