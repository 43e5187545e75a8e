package dev.bide.diagnostics.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class VarintsTest {
    private static byte[] bytes(Varints numbers) {
        return Base64.getDecoder().decode(numbers.base64());
    }

    @Test
    void add_smallNumber_takesOneByte() {
        Varints numbers = new Varints();
        numbers.add(0);
        numbers.add(127);
        assertThat(bytes(numbers)).containsExactly(0, 127);
    }

    @Test
    void add_largeNumber_takesSevenBitsAByteLeastFirst() {
        Varints numbers = new Varints();
        numbers.add(300);
        numbers.add(1L << 40);
        assertThat(bytes(numbers)).containsExactly(0xac, 2, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20);
    }

    @Test
    void addSigned_numbersNearZero_areShort() {
        Varints numbers = new Varints();
        for (long number : new long[] {0, -1, 1, -64, 63}) {
            numbers.addSigned(number);
        }
        assertThat(bytes(numbers)).containsExactly(0, 1, 2, 127, 126);
    }

    @Test
    void add_negativeNumber_isRefused() {
        assertThatThrownBy(() -> new Varints().add(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
