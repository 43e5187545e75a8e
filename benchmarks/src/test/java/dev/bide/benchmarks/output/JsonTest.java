package dev.bide.benchmarks.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    private record Row(String name, int size, Times times) {}

    private record Times(double build, double rerun) {}

    @Test
    void of_record_namesEachComponent() {
        assertThat(Json.of(new Row("loop", 9, new Times(2.5, Double.NaN))))
                .isEqualTo("{\"name\":\"loop\",\"size\":9,\"times\":{\"build\":2.5,\"rerun\":null}}");
    }

    @Test
    void of_mapAndList_nests() {
        assertThat(Json.of(Map.of("all", List.of(1, 2.0, true)))).isEqualTo("{\"all\":[1,\n2.0,\ntrue]}");
    }

    @Test
    void of_quotesAndControls_escapesThem() {
        assertThat(Json.of("a \"b\" \\ \t")).isEqualTo("\"a \\\"b\\\" \\\\ \\u0009\"");
    }

    @Test
    void of_nothing_isNull() {
        assertThat(Json.of(null)).isEqualTo("null");
    }
}
