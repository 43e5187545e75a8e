package dev.bide.verify.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.bide.graph.Key;

/** Any text but none is a key: it is kept as it is, compared by its characters and shown on one line. */
class KeyFuzzTest {
    /** What is shown of a long key, each character as {@code \\uffff} at worst, and how long the key is. */
    private static final int LONGEST = 120 * 6 + 40;

    @FuzzTest
    void of_anyText_isKeptAndShownOnOneLine(FuzzedDataProvider data) {
        String other = HostileText.draw(data);
        String text = data.consumeBoolean() ? HostileText.draw(data) : data.consumeRemainingAsString();
        if (text.isEmpty()) {
            assertThatThrownBy(() -> Key.of(text)).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        Key key = Key.of(text);
        assertThat(key.name()).isEqualTo(text);
        assertThat(OneLine.holds(key.toString())).as("one line: %s", key).isTrue();
        assertThat(key.toString()).isNotEmpty().hasSizeLessThanOrEqualTo(LONGEST);
        if (text.length() <= 120 && OneLine.holds(text)) {
            assertThat(key).hasToString(text);
        }
        if (!other.isEmpty()) {
            Key second = Key.of(other);
            assertThat(key.equals(second)).isEqualTo(text.equals(other));
            assertThat(Integer.signum(key.compareTo(second))).isEqualTo(Integer.signum(text.compareTo(other)));
        }
    }
}
