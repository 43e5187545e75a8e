package dev.bide.diagnostics.internal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.diagnostics.internal.picture.Graphs;
import dev.bide.diagnostics.internal.recording.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    Path folder;

    private String written(Recording recording) throws IOException {
        Path file = folder.resolve("report.html");
        Report.write(recording, file);
        return Files.readString(file);
    }

    private static Recording small() {
        return new SimulatedRun(Graphs.crossValidation(1, 2), 2).recording();
    }

    private static String between(String page, String from, String to) {
        int start = page.indexOf(from) + from.length();
        return page.substring(start, page.indexOf(to, start));
    }

    @Test
    void write_anyRun_policyAllowsWhatIsInThePageAndNothingElse() throws Exception {
        String page = written(small());
        String policy = between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        String script = hash(between(page, "<script>", "</script>"));
        String style = hash(between(page, "<style>", "</style>"));
        assertThat(policy)
                .isEqualTo("default-src 'none'; script-src 'sha256-" + script + "'; style-src 'sha256-" + style
                        + "'; img-src data:; base-uri 'none'; form-action 'none'");
        assertThat(page.replace(script, "")).doesNotContain(" style=").doesNotContainPattern("<[^>]* on\\w+=");
    }

    private static String hash(String text) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(hash);
    }

    @Test
    void write_hundredThousandTasks_fitIntoFiveMegabytes() throws IOException {
        Recording recording = new SimulatedRun(Graphs.crossValidation(50, 1000), 16)
                .retried(1)
                .recording();
        assertThat(written(recording).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(4_000_000);
    }

    @Test
    void write_moreTasksThanAPageHolds_showsSomeAndSaysWhich() throws IOException {
        Recording recording = new SimulatedRun(Graphs.crossValidation(2, 60_000), 16)
                .failing(RunGraphs.failureOf("fit-77777"))
                .recording();
        String page = written(recording);
        assertThat(page.length()).isLessThan(4_500_000);
        assertThat(between(page, "Shown are ", " of 240,")).matches("1(19|20),\\d{3}");
        assertThat(page).contains("those that failed or were tried again");
        assertThat(page).contains(">fit-77777</a>");
    }

    //   load - each key, one after the other
    @Test
    void write_wickedKeys_stayText() throws IOException {
        List<String> keys = List.of(
                "</script><script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "line\nbreak",
                "{{script}}",
                "x".repeat(10_000));
        Recording recording = new SimulatedRun(RunGraphs.chainNamed(keys), 2)
                .failing(RunGraphs.failureOf(keys.get(4), "<b>bold</b> " + "y".repeat(100_000)))
                .recording();
        String page = written(recording);
        assertThat(count(page, "<script")).isEqualTo(2);
        assertThat(count(page, "</script")).isEqualTo(2);
        assertThat(page).doesNotContain("<b>bold").contains("&lt;b&gt;bold").doesNotContain("\" onload=\"alert");
        assertThat(page.length()).isLessThan(150_000);
        Map<String, Object> rows = JsonText.object(data(page).get("rows"));
        List<?> shown = (List<?>) rows.get("keys");
        assertThat(Stream.concat(shown.stream(), ((List<?>) data(page).get("names")).stream())
                        .map(Object::toString))
                .contains(keys.get(0), keys.get(1), keys.get(3), "line\\nbreak");
    }

    private static int count(String page, String part) {
        Matcher matcher = Pattern.compile(Pattern.quote(part)).matcher(page);
        return (int) matcher.results().count();
    }

    private static Map<String, Object> data(String page) {
        return JsonText.object(JsonText.read(between(page, "data-part=\"data\">", "</script>")));
    }

    @Test
    void write_failedRun_cardSaysWhatHappenedWithoutScripts() throws IOException {
        Recording recording = new SimulatedRun(Graphs.crossValidation(1, 40), 2)
                .failing(RunGraphs.failureOf("fit-37"))
                .recording();
        String card = between(written(recording), "<article", "</article>");
        assertThat(card)
                .contains("id=\"fit-37\"")
                .contains("failed 3 of 3 attempts")
                .contains("IllegalArgumentException: gamma is NaN")
                .contains("at com.acme.cv.Svm.fit(Svm.java:88)")
                .doesNotContain("dev.bide.internal", "dev.bide.graph.Calls")
                .contains("2 bide frames hidden")
                .contains("href=\"#mean-3\"")
                .contains("run.rerun(&quot;fit-37&quot;)");
    }

    @Test
    void write_emptyRun_isAPage() throws IOException {
        Recording recording = new SimulatedRun(Graphs.crossValidation(1, 0), 1).recording();
        assertThat(written(recording)).contains("ended well");
    }

    @Test
    void write_fileIsThere_isReplacedAndNothingIsLeftBeside() throws IOException {
        Files.writeString(folder.resolve("report.html"), "before");
        assertThat(written(small())).startsWith("<!DOCTYPE html>");
        assertThat(files()).containsExactly("report.html");
    }

    @Test
    void write_cannotBeMovedIntoPlace_leavesNoHalfFile() {
        Path file = folder.resolve("x".repeat(300));
        assertThatThrownBy(() -> Report.write(small(), file)).isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void write_fileForAFolder_saysWhatToDo() throws IOException {
        Path file = Files.createFile(folder.resolve("file")).resolve("report.html");
        assertThatThrownBy(() -> Report.write(small(), file))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessageContaining("give another one");
    }

    private List<String> files() {
        return Stream.of(folder.toFile().list()).toList();
    }

    //   load - a key of ten megabytes
    @Test
    void write_keyOfTenMegabytes_isShort() throws IOException {
        String page = written(new SimulatedRun(RunGraphs.chainNamed(List.of("k\n".repeat(5_000_000))), 2).recording());

        assertThat(page.length()).isLessThan(150_000);
        assertThat(page).contains("… (10000000 characters)");
    }
}
