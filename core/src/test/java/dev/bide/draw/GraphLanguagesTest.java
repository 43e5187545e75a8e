package dev.bide.draw;

import static dev.bide.Bide.ref;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.graph.Key;
import dev.bide.graph.Plan;
import dev.bide.graph.TaskGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same graphs in Graphviz's and in Mermaid's language. */
class GraphLanguagesTest {
    private final Task1<String, Integer> load = task(String::length).named("load");
    private final Task2<Integer, Integer, Integer> add =
            task((Integer x, Integer y) -> x + y).named("add");

    @TempDir
    Path folder;

    // load
    //  ||  load
    //  | \ /
    //  | add
    //  \ /
    //  add
    private Plan ladder() {
        Delayed<Integer> first = load.call("a");
        return Plan.of(add.call(add.call(first, load.call("b")), first));
    }

    // a"\nb<c>#
    //    |
    //  d\e
    private Plan odd() {
        TaskGraph graph = TaskGraph.builder()
                .put("a\"\nb<c>#", load, "x")
                .put("d\\e", task((Integer x) -> x), ref("a\"\nb<c>#"))
                .build();
        return Plan.of(graph.node(Key.of("d\\e")));
    }

    private String mermaid(Plan plan) throws IOException {
        Path file = folder.resolve("graph.mmd");
        Drawing.draw(plan, file);
        return Files.readString(file);
    }

    private static String dot(Plan plan) throws IOException {
        StringBuilder out = new StringBuilder();
        Drawing.dot(plan, out);
        return out.toString();
    }

    @Test
    void dot_ladder_isABoxATaskAndAnArrowADependency() throws IOException {
        assertThat(dot(ladder())).isEqualTo("""
                        digraph {
                          rankdir=BT; node [shape=box];
                          0 [label="load-1"];
                          1 [label="load-2"];
                          2 [label="add-1"];
                          3 [label="add-2"];
                          0 -> 2;
                          1 -> 2;
                          2 -> 3;
                          0 -> 3;
                        }
                        """);
    }

    @Test
    void mermaid_ladder_isABoxATaskAndAnArrowADependency() throws IOException {
        assertThat(mermaid(ladder())).isEqualTo("""
                        flowchart BT
                          t0["load-1"]
                          t1["load-2"]
                          t2["add-1"]
                          t3["add-2"]
                          t0 --> t2
                          t1 --> t2
                          t2 --> t3
                          t0 --> t3
                        """);
    }

    @Test
    void dot_oddKeys_areEscaped() throws IOException {
        assertThat(dot(odd())).isEqualTo("""
                        digraph {
                          rankdir=BT; node [shape=box];
                          0 [label="a\\"\\\\nb<c>#"];
                          1 [label="d\\\\e"];
                          0 -> 1;
                        }
                        """);
    }

    @Test
    void mermaid_oddKeys_areEscaped() throws IOException {
        assertThat(mermaid(odd())).isEqualTo("""
                        flowchart BT
                          t0["a#quot;\\nb#lt;c#gt;#35;"]
                          t1["d\\e"]
                          t0 --> t1
                        """);
    }

    // `a` &lt; %%{init: {}}%%
    private Plan markup() {
        return Plan.of(load.call("x").named("`a` &lt; %%{init: {}}%%"));
    }

    @Test
    void dot_entityInAKey_isNoEntityInTheDrawing() throws IOException {
        assertThat(dot(markup())).contains("[label=\"`a` &amp;lt; %%{init: {}}%%\"]");
    }

    @Test
    void mermaid_entityMarkdownAndDirectiveInAKey_areTextInTheDrawing() throws IOException {
        assertThat(mermaid(markup())).contains("[\"#96;a#96; #amp;lt; #37;#37;{init: {}}#37;#37;\"]");
    }
}
