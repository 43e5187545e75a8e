package dev.bide.diagnostics.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class JsonTest {
    static final List<String> TEXTS = List.of(
            "",
            "plain",
            "a \"quoted\" \\ text",
            "two\nlines\r\n\tand a tab",
            "\u0000\u0001\u001f\u007f",
            "</script><!-- & -->",
            "\u2028\u2029",
            "µ → 漢字 \ud83d\ude00");

    private static String read(String json) throws JsonProcessingException {
        return new ObjectMapper().readValue(json, String.class);
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void of_anyText_isReadBackAsItWas(String text) throws JsonProcessingException {
        assertThat(read(Json.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @FieldSource("TEXTS")
    void of_anyText_canStandInAScriptOfAPage(String text) {
        assertThat(Json.of(text)).doesNotContainPattern("[<>&\\n\\r\u2028\u2029]");
    }

    @Test
    void of_halfOfAPair_isReplaced() throws JsonProcessingException {
        assertThat(read(Json.of("a\ud83d"))).isEqualTo("a\ufffd");
        assertThat(read(Json.of("\ude00b"))).isEqualTo("\ufffdb");
        assertThat(read(Json.of("\ud83d\ud83d\ude00\ude00"))).isEqualTo("\ufffd\ud83d\ude00\ufffd");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(Json.of("\ud83d \ude00")))
                .isTrue();
    }
}
