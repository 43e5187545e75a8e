package dev.bide.diagnostics.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void text_markup_isEscaped() {
        assertThat(new Html().text("<b> & \"c\" 'd'")).hasToString("&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;");
    }

    @Test
    void element_attributes_cannotBeLeft() {
        assertThat(new Html().element("a", "x", "href", "\"><script>"))
                .hasToString("<a href=\"&quot;&gt;&lt;script&gt;\">x</a>");
    }

    @Test
    void text_whatHtmlCannotHold_becomesTheSignForThat() {
        assertThat(new Html().text("a\0b\ud83dc\u0007\nd")).hasToString("a\ufffdb\ufffdc\ufffd\nd");
    }

    @Test
    void bar_moreThanWhole_staysInItsFrame() {
        assertThat(new Html().bar("all", 0.75, 0.5).toString())
                .contains("<rect class=\"part-0\" x=\"0.0\" width=\"75.0\"")
                .contains("<rect class=\"part-1\" x=\"75.0\" width=\"25.0\"");
    }
}
