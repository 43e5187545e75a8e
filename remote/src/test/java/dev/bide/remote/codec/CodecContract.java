package dev.bide.remote.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.remote.codec.Luggage.Point;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every codec carries and what it refuses: the laws, one nested class each. */
abstract class CodecContract {
    abstract Codec codec();

    @SuppressWarnings("unchecked")
    final <T> T sent(T value) {
        byte[] bytes = codec().encode(value);
        byte[] padded = new byte[bytes.length + 7];
        System.arraycopy(bytes, 0, padded, 3, bytes.length);
        return (T) codec().decode(padded, 3, bytes.length);
    }

    @Test
    void named_ofEachCodec_readsWhatItWrote() {
        byte[] bytes = codec().encode(new Point(1, 2, "x"));

        assertThat(Codec.named(codec().name()).decode(bytes, 0, bytes.length)).isEqualTo(new Point(1, 2, "x"));
    }

    @Test
    void encode_fromManyThreads_eachGetsItsOwn() {
        boolean equal = IntStream.range(0, 2_000).parallel().allMatch(i -> {
            Point point = new Point(i, i, "p" + i);
            return sent(List.of(point, i)).equals(List.of(point, i));
        });

        assertThat(equal).isTrue();
    }

    @Nested
    final class Values extends ValuesLaw {
        Values() {
            super(CodecContract.this);
        }
    }

    @Nested
    final class Functions extends FunctionsLaw {
        Functions() {
            super(CodecContract.this);
        }
    }

    @Nested
    final class Sharing extends SharingLaw {
        Sharing() {
            super(CodecContract.this);
        }
    }

    @Nested
    final class Refusal extends RefusalLaw {
        Refusal() {
            super(CodecContract.this);
        }
    }

    @Nested
    final class Unreadable extends UnreadableLaw {
        Unreadable() {
            super(CodecContract.this);
        }
    }
}
