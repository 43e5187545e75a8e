package dev.bide.draw;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.ref;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.Task2;
import dev.bide.graph.Key;
import dev.bide.graph.Node;
import dev.bide.graph.Plan;
import dev.bide.graph.TaskGraph;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextDrawingTest {
    private final Task1<String, Integer> load = task(TextDrawingTest::load);
    private final Task2<Integer, Integer, Integer> add =
            task((Integer x, Integer y) -> x + y).named("add");

    static int load(String file) {
        return file.length();
    }

    private static String text(Node root) throws IOException {
        StringBuilder out = new StringBuilder();
        Drawing.text(Plan.of(root), out);
        return out.toString();
    }

    // load  load
    //    \  /
    //    add
    @Test
    void text_smallGraph_isALineATask() throws IOException {
        assertThat(text(add.call(load.call("a"), load.call("b")))).isEqualTo("""
                        load-1
                        load-2
                        add <- load-1, load-2
                        """);
    }

    // load
    //  ||
    // add
    @Test
    void text_resultUsedTwice_isNamedOnce() throws IOException {
        Delayed<Integer> loaded = load.call("a");

        assertThat(text(add.call(loaded, loaded))).isEqualTo("""
                        load
                        add <- load
                        """);
    }

    // load  load  ...  load    eight of them
    //    \   |    |    /
    //         list
    @Test
    void text_eightDependencies_areAllShown() throws IOException {
        assertThat(text(gather(Collections.nCopies(8, 0).stream()
                        .map(i -> load.call("a"))
                        .toList())))
                .endsWith("list <- load-1, load-2, load-3, load-4, load-5, load-6, load-7, load-8\n");
    }

    // load  load  ...  load    nine of them
    //    \   |    |    /
    //         list
    @Test
    void text_nineDependencies_areCutInTheMiddle() throws IOException {
        assertThat(text(load.each(Collections.nCopies(9, "a"))))
                .endsWith("list <- load-1, load-2, load-3, load-4, … (1 more), load-6, load-7, load-8, load-9\n");
    }

    // "a\nb"
    //   |
    //  "c"
    @Test
    void text_keyWithALineBreak_staysOnOneLine() throws IOException {
        TaskGraph graph = TaskGraph.builder()
                .put("a\nb", load, "x")
                .put("\"c\"", task((Integer x) -> x), ref("a\nb"))
                .build();

        assertThat(text(graph.node(Key.of("\"c\"")))).isEqualTo("a\\nb\n\"c\" <- a\\nb\n");
    }

    // list
    @Test
    void text_emptyList_isOneLine() throws IOException {
        assertThat(text(gather(List.<Delayed<Integer>>of()))).isEqualTo("list\n");
    }
}
