package dev.bide.remote.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bide.remote.codec.Luggage.NotSerializable;
import dev.bide.remote.codec.Luggage.Point;
import dev.bide.remote.codec.Luggage.Sendable;
import java.io.ObjectInputFilter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JdkCodecTest extends CodecContract {
    private final Codec codec = Codec.jdk();

    @Override
    Codec codec() {
        return codec;
    }

    @Test
    void encode_notSerializable_isRefusedByName() {
        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec.encode(List.of(new NotSerializable(1, "x"))))
                .withMessageContaining(
                        "element 0 is a " + NotSerializable.class.getName() + "; make the class Serializable");
        assertThatExceptionOfType(UnencodableException.class)
                .isThrownBy(() -> codec.encode(Optional.of(1)))
                .withMessageContaining("java.util.Optional");
    }

    @Test
    void jdk_withFilter_asksItForValuesAndFunctions() {
        Codec strict = Codec.jdk(ObjectInputFilter.Config.createFilter("java.**;!*"));
        Sendable<Integer, Integer> function = x -> x;

        assertThat(strict.decode(strict.encode(List.of(1)), 0, strict.encode(List.of(1)).length))
                .isEqualTo(List.of(1));
        for (Object value : new Object[] {new Point(1, 2, "x"), function}) {
            byte[] bytes = strict.encode(value);
            assertThatExceptionOfType(UndecodableException.class)
                    .isThrownBy(() -> strict.decode(bytes, 0, bytes.length))
                    .withMessageContaining("REJECTED");
        }
    }
}
