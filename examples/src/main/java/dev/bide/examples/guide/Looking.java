package dev.bide.examples.guide;

import static dev.bide.Bide.*;

import dev.bide.Delayed;
import dev.bide.draw.Drawing;
import dev.bide.graph.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Guide, page 8: a graph drawn as text, for Graphviz and for Mermaid. */
public final class Looking {
    private Looking() {}

    static int half(int x) {
        return x / 2;
    }

    static int sum(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).sum();
    }

    static void draw(Path folder) throws IOException {
        // [draw]
        Delayed<Integer> sum = task(Looking::sum).call(task(Looking::half).each(List.of(8, 20)));
        for (String file : List.of("graph.txt", "graph.dot", "graph.mmd")) {
            sum.visualize(folder.resolve(file)); // the ending picks the format
            System.out.println(Files.readString(folder.resolve(file)));
        }
        // [/draw]

        // [text]
        Drawing.text(Plan.of(sum), System.out); // without a file
        System.out.println(sum);
        // [/text]
    }

    /**
     * Runs it.
     *
     * @param args not used
     * @throws IOException if the drawings cannot be written
     */
    public static void main(String[] args) throws IOException {
        draw(Files.createTempDirectory("bide-guide"));
    }
}
