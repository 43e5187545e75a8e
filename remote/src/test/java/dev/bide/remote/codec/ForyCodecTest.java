package dev.bide.remote.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bide.remote.codec.Luggage.NotSerializable;
import dev.bide.remote.codec.Luggage.Plain;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ForyCodecTest extends CodecContract {
    private final Codec codec = Codec.fory();

    @Override
    Codec codec() {
        return codec;
    }

    @Test
    void fory_libraryIsMissing_namesTheArtifact() throws Exception {
        URL own = Codec.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader without = new URLClassLoader(new URL[] {own}, ClassLoader.getPlatformClassLoader())) {
            Method fory = without.loadClass(Codec.class.getName()).getDeclaredMethod("fory");
            assertThatExceptionOfType(InvocationTargetException.class)
                    .isThrownBy(() -> fory.invoke(null))
                    .withCauseInstanceOf(IllegalStateException.class)
                    .havingCause()
                    .withMessageContaining("put org.apache.fory:fory-core on the class path");
        }
    }

    @Test
    void encode_notSerializableData_arrives() {
        Plain there = sent(new Plain("t"));

        assertThat(there.text).isEqualTo("t");
        assertThat(there.number).isEqualTo(7);
        assertThat(there.thread).isNull();
        assertThat(sent(new NotSerializable(1, "x"))).isEqualTo(new NotSerializable(1, "x"));
        assertThat(sent(Optional.of(List.of(1)))).contains(List.of(1));
        assertThat(sent(List.of(1, 2, 3, 4).subList(1, 3))).containsExactly(2, 3);
        assertThat(sent(OptionalInt.of(3))).hasValue(3);
    }
}
