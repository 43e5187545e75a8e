package dev.bide.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
    @Test
    void of_null_isRefused() {
        assertThatThrownBy(() -> Key.of(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a key is null: give each node a name");
    }

    @Test
    void of_emptyText_isRefused() {
        assertThatThrownBy(() -> Key.of(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a key is empty: give each node a name");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\nb", "a\r\nb", "\"quoted\"", "it's", "a/b\\c", "\u0000", "é", "\uD83D\uDE00"})
    void name_oddCharacters_isTheTextAsGiven(String text) {
        assertThat(Key.of(text).name()).isEqualTo(text);
    }

    @Test
    void equals_sameText_isTheSameKey() {
        assertThat(Key.of("a")).isEqualTo(new Key("a")).hasSameHashCodeAs(new Key("a"));
        assertThat(Key.of("a")).isNotEqualTo(Key.of("A"));
    }

    @Test
    void compareTo_keys_ordersByTheirCharacters() {
        assertThat(Stream.of("b", "a-2", "a-10", "B").map(Key::of).sorted())
                .containsExactlyElementsOf(
                        Stream.of("B", "a-10", "a-2", "b").map(Key::of).toList());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    10,  a\\nb
                    13,  a\\rb
                    9,   a\\tb
                    0,   a\\u0000b
                    27,  a\\u001bb
                    127, a\\u007fb
                    """)
    void toString_controlCharacter_isEscaped(int character, String shown) {
        assertThat(Key.of("a" + (char) character + "b")).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0x85, 0x9f, 0x2028, 0x2029})
    void toString_lineBreakBeyondAscii_isEscaped(int character) {
        assertThat(Key.of("a" + (char) character + "b")).hasToString(String.format("a\\u%04xb", character));
    }

    @Test
    void toString_quotesAndSeparators_areShownAsTheyAre() {
        assertThat(Key.of("\"a\" 'b' c/d\\e")).hasToString("\"a\" 'b' c/d\\e");
    }

    @Test
    void toString_oneHundredAndTwentyCharacters_isWhole() {
        assertThat(Key.of("k".repeat(120))).hasToString("k".repeat(120));
    }

    @Test
    void toString_tenMegabytes_isCutAndSaysHowLong() {
        Key key = Key.of("k".repeat(10_000_000));

        assertThat(key).hasToString("k".repeat(120) + "… (10000000 characters)");
        assertThat(key.name()).hasSize(10_000_000);
    }

    @Test
    void toString_controlCharactersInLongName_areEscapedBeforeTheCut() {
        assertThat(Key.of("\n" + "k".repeat(120))).hasToString("\\n" + "k".repeat(119) + "… (121 characters)");
    }

    @Test
    void toString_cutInsideASurrogatePair_leavesNoHalf() {
        String shown = Key.of("k".repeat(119) + "\uD83D\uDE00" + "k").toString();

        assertThat(List.of(shown.split(""))).noneMatch(KeyTest::isHalf);
    }

    private static boolean isHalf(String character) {
        return character.length() == 1 && Character.isSurrogate(character.charAt(0));
    }
}
