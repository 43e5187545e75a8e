package dev.bide.draw;

import dev.bide.graph.Plan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A format made of lines, written as it is made: a graph of millions of tasks needs no more memory than its keys. */
abstract class TextFormat {
    final Plan plan;
    private final Appendable out;

    TextFormat(Plan plan, Appendable out) {
        this.plan = plan;
        this.out = out;
    }

    /** Makes a drawing. */
    interface Start {
        TextFormat drawing(Plan plan, Appendable out);
    }

    static GraphWriter writer(String ending, Start start) {
        return new GraphWriter() {
            @Override
            public String ending() {
                return ending;
            }

            @Override
            public void write(Plan plan, Path file) throws IOException {
                try (BufferedWriter out = Files.newBufferedWriter(file)) {
                    start.drawing(plan, out).write();
                }
            }
        };
    }

    abstract void write() throws IOException;

    final void line(String... parts) throws IOException {
        for (String part : parts) {
            out.append(part);
        }
        out.append('\n');
    }

    /** Each task that the given one needs, once, in the order of its arguments. */
    final int[] dependencies(int task) {
        int[] start = plan.dependencyStart();
        return Arrays.stream(plan.dependencies(), start[task], start[task + 1])
                .distinct()
                .toArray();
    }
}
