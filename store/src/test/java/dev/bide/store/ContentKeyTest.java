package dev.bide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ContentKeyTest {
    private static final String DIGITS = "0123456789abcdef".repeat(4);

    @Test
    void contentKey_lowerCaseDigits_isTaken() {
        assertThat(new ContentKey(DIGITS).hex()).isEqualTo(DIGITS);
    }

    @Test
    void contentKey_anythingElse_isRefused() {
        String path = "../../etc/passwd" + DIGITS.substring(16);
        for (String text : List.of("", "ab", DIGITS + "0", DIGITS.toUpperCase(Locale.ROOT), path)) {
            assertThatThrownBy(() -> new ContentKey(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("64 hexadecimal digits", "'" + text + "'", "give it a SHA-256");
        }
    }

    @Test
    void contentKey_millionCharacters_areNotAllShown() {
        assertThatThrownBy(() -> new ContentKey("x".repeat(1_000_000)))
                .message()
                .hasSizeLessThan(300);
    }
}
