package dev.bide.diagnostics.internal.file;

import static dev.bide.diagnostics.internal.recording.Steps.join;
import static dev.bide.diagnostics.internal.recording.Steps.step;
import static dev.bide.diagnostics.internal.recording.Steps.total;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bide.Delayed;
import dev.bide.diagnostics.internal.recording.HeapSample;
import dev.bide.diagnostics.internal.recording.Recording;
import dev.bide.diagnostics.internal.recording.Told;
import dev.bide.event.Event.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromeTraceTest {
    @TempDir
    private Path folder;

    //   load
    //   /  \
    // fit  scale
    //   \  /
    //   score
    private static Told diamond() {
        Delayed<Integer> load = step("load").call(1);
        return Told.run(join("score").call(step("fit").call(load), step("scale").call(load)))
                .done("load", 1, "w1", 0, 2, 512)
                .threw(Step.RETRIED, "fit", 1, "w2", 2, 3, new IllegalStateException("bad"))
                .done("fit", 2, "w1", 4, 10, -1)
                .done("scale", "w2", 4, 5)
                .done("score", "w1", 20, 21)
                .ended(25);
    }

    private JsonNode trace(Recording recording) throws IOException {
        Path file = folder.resolve("trace.json");
        ChromeTrace.write(recording, file);
        return new ObjectMapper().readTree(file.toFile());
    }

    private List<JsonNode> events(Recording recording, String phase) throws IOException {
        return StreamSupport.stream(trace(recording).get("traceEvents").spliterator(), false)
                .filter(event -> event.get("ph").textValue().equals(phase))
                .toList();
    }

    private static String slice(JsonNode event) {
        return event.get("name").textValue() + " on " + event.get("tid") + ": " + event.get("ts") + " + "
                + event.get("dur") + " " + event.get("args");
    }

    @Test
    void write_eachAttempt_isASliceOfItsWorker() throws IOException {
        assertThat(events(diamond().recording(), "X"))
                .extracting(ChromeTraceTest::slice)
                .containsExactlyInAnyOrder(
                        "load on 1: 0.0 + 2000.0 {\"state\":\"DONE\",\"attempt\":1,\"bytes\":512}",
                        "fit (attempt 1) on 2: 2000.0 + 1000.0 {\"failure\":\"java.lang.IllegalStateException\"}",
                        "fit on 1: 4000.0 + 6000.0 {\"state\":\"DONE\",\"attempt\":2}",
                        "scale on 2: 4000.0 + 1000.0 {\"state\":\"DONE\",\"attempt\":1}",
                        "score on 1: 20000.0 + 1000.0 {\"state\":\"DONE\",\"attempt\":1}");
    }

    @Test
    void write_workers_haveTheirNames() throws IOException {
        assertThat(events(diamond().recording("cv"), "M"))
                .extracting(event ->
                        event.get("name").textValue() + " " + event.path("tid").asInt(0) + " "
                                + event.at("/args/name").textValue())
                .containsExactly("process_name 0 cv", "thread_name 1 w1", "thread_name 2 w2");
    }

    @Test
    void write_dependencies_areArrowsFromSliceToSlice() throws IOException {
        Recording recording = diamond().recording();
        List<JsonNode> from = events(recording, "s");
        List<JsonNode> to = events(recording, "f");

        assertThat(from)
                .extracting(event -> event.get("ts") + " on " + event.get("tid"))
                .containsExactlyInAnyOrder("1999.0 on 1", "1999.0 on 1", "9999.0 on 1", "4999.0 on 2");
        assertThat(to)
                .extracting(event -> event.get("ts") + " on " + event.get("tid"))
                .containsExactlyInAnyOrder("4000.0 on 1", "4000.0 on 2", "20000.0 on 1", "20000.0 on 1");
        assertThat(from).extracting(event -> event.get("id").intValue()).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(to).allMatch(event -> event.get("bp").textValue().equals("e"));
    }

    // fit-1  fit-2
    //    \   /
    //    list
    @Test
    void write_listAndTasksThatDidNotRun_areNotDrawn() throws IOException {
        Recording recording = Told.run(total("best").call(step("fit").each(List.of(1, 2))))
                .done("fit-1", "w1", 0, 1)
                .done("list", "w1", 1, 1)
                .recording();

        assertThat(events(recording, "X")).hasSize(1);
        assertThat(events(recording, "s")).isEmpty();
    }

    @Test
    void write_heap_isACounter() throws IOException {
        assertThat(events(diamond().recording("cv", new HeapSample(1_500, 7)), "C"))
                .singleElement()
                .satisfies(event -> assertThat(event.get("ts").doubleValue()).isEqualTo(1.5))
                .satisfies(
                        event -> assertThat(event.at("/args/bytes").longValue()).isEqualTo(7));
    }

    @Test
    void write_namesOfAnyCharacters_areStillJson() throws IOException {
        String name = "a \"quoted\"\n name \ud83d \\";
        Recording recording =
                Told.run(step(name).call(1)).done(name, "w \"1\"", 0, 1).recording(name);

        assertThat(events(recording, "X").get(0).get("cat").textValue()).isEqualTo("a \"quoted\"\n name \ufffd \\");
        assertThat(events(recording, "M").get(1).at("/args/name").textValue()).isEqualTo("w \"1\"");
    }

    @Test
    void write_anyRun_saysWhenItBegan() throws IOException {
        JsonNode trace = trace(diamond().recording());

        assertThat(trace.at("/otherData/at").textValue()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(trace.get("displayTimeUnit").textValue()).isEqualTo("ms");
    }

    @Test
    void write_nameOfTenMegabytes_isShort() throws IOException {
        String name = "k\n".repeat(5_000_000);
        Recording recording =
                Told.run(step(name).call(1)).done(name, "w1", 0, 1).recording();
        String shown = "k\\n".repeat(60) + "… (10000000 characters)";

        JsonNode slice = events(recording, "X").get(0);

        assertThat(slice.get("name").textValue()).isEqualTo(shown);
        assertThat(slice.get("cat").textValue()).isEqualTo(shown);
    }
}
