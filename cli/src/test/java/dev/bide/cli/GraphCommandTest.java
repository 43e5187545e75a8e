package dev.bide.cli;

import static dev.bide.cli.Terminal.bide;
import static dev.bide.cli.Terminal.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.cli.Terminal.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphCommandTest {
    private static final String PIPELINE = """
            class Pipeline {
                static String load(String file) { throw new AssertionError("ran"); }
                static String clean(String data) { return data; }
                static int analyze(List<String> all) { return all.size(); }
                static void store(int report, String out) { }
                public static void main(String... args) {
                    System.out.println("building");
                    var loads = task(Pipeline::load).retry(3).each(List.of("a.csv", "b.csv"));
                    var cleaned = task(Pipeline::clean).each(loads);
                    var analysis = task(Pipeline::analyze).call(cleaned);
                    action(Pipeline::store).call(analysis, "out").compute();
                    System.out.println("never");
                }
            }""";

    @TempDir
    private Path folder;

    //   load-1   load-2
    //     |        |
    //   clean-1  clean-2
    //        \    /
    //         list
    //          |
    //       analyze
    //          |
    //        store
    @Test
    void graph_pipeline_isPrintedInTheOrderToRun() {
        Outcome outcome = bide("graph", source(folder, "Pipeline.java", PIPELINE));
        assertThat(outcome).isEqualTo(new Outcome(0, """
                        load-1
                        clean-1 <- load-1
                        load-2
                        clean-2 <- load-2
                        list <- clean-1, clean-2
                        analyze <- list
                        store <- analyze
                        """, "building\n"));
    }

    @Test
    void graph_dot_isGraphviz() {
        Path file = source(folder, "Twice.java", """
                class Twice {
                    public static void main(String[] args) {
                        var a = on(1).call(x -> x).named("a \\"quoted\\" \\\\ name");
                        on(a, a).call(Math::max).start();
                    }
                }""");
        assertThat(bide("graph", file, "--format", "dot")).isEqualTo(new Outcome(0, """
                        digraph {
                          rankdir=BT; node [shape=box];
                          0 [label="a \\"quoted\\" \\\\ name"];
                          1 [label="max"];
                          0 -> 1;
                        }
                        """, ""));
    }

    @Test
    void graph_unknownFormat_listsThem() {
        Outcome outcome = bide("graph", "Pipeline.java", "--format", "svg");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("'--format': use text or dot, not 'svg'");
    }

    @Test
    void graph_lambdas_areNamedByTheirLines() {
        Path file = source(folder, "Lambda.java", """
                class Lambda {
                    public static void main(String[] args) {
                        on(1).call(x -> x + 1).compute();
                    }
                }""");
        assertThat(bide("graph", file).out()).isEqualTo("Lambda.java:5\n");
    }

    @Test
    void graph_growingGraph_saysThatMoreMayCome() {
        Path file = source(folder, "Grows.java", """
                class Grows {
                    public static void main(String[] args) {
                        value(1).thenDelayed(x -> value(x + 1)).named("grow").compute();
                    }
                }""");
        assertThat(bide("graph", file))
                .isEqualTo(new Outcome(
                        0,
                        "grow\n",
                        "bide: 1 task goes on with calls that are known only when it runs; they are not shown.\n"));
    }

    @Test
    void graph_programAsksForNothing_saysWhatIsSeen() {
        Path file = source(folder, "Own.java", """
                class Own {
                    public static void main(String[] args) {
                        value(1).compute(dev.bide.Schedulers.sync());
                    }
                }""");
        Outcome outcome = bide("graph", file);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("no graph to print", "bide run --scheduler");
    }

    @Test
    void graph_programThrowsBeforeItAsks_showsWhatItThrew() {
        Path file = source(folder, "Throws.java", """
                class Throws { public static void main(String[] args) { throw new IllegalStateException("early"); } }""");
        assertThat(bide("graph", file))
                .isEqualTo(new Outcome(
                        1, "", "java.lang.IllegalStateException: early\n\tat Throws.main(Throws.java:3)\n"));
    }

    @Test
    void graph_programAsksOnAThreadAndCatchesAll_isPrintedOnce() {
        Path file = source(folder, "Stubborn.java", """
                class Stubborn {
                    public static void main(String[] args) throws Exception {
                        var pool = java.util.concurrent.Executors.newSingleThreadExecutor();
                        try {
                            pool.submit(() -> on(1).call(x -> x).named("first").compute()).get();
                        } catch (Throwable all) {
                            on(1).call(x -> x).named("second").compute();
                        } finally {
                            pool.shutdown();
                        }
                    }
                }""");
        assertThat(bide("graph", file)).isEqualTo(new Outcome(0, "first\n", ""));
    }

    //  row-1 .. row-1000000
    //      \  |  /
    //       list
    @Test
    void graph_millionTaskFan_isPrinted() {
        Path file = source(folder, "Fan.java", """
                class Fan {
                    static int row(int i) { return i; }
                    public static void main(String[] args) {
                        var rows = new ArrayList<Integer>();
                        for (int i = 0; i < 1_000_000; i++) { rows.add(i); }
                        task(Fan::row).each(rows).compute();
                    }
                }""");
        Outcome outcome = bide("graph", file);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines().count()).isEqualTo(1_000_001);
        assertThat(outcome.out())
                .startsWith("row-1\nrow-2\n")
                .endsWith(
                        "\nlist <- row-1, row-2, row-3, row-4, … (999992 more), row-999997, row-999998, row-999999, row-1000000\n");
    }

    //  step-1 -> step-2 -> .. -> step-1000000
    @Test
    void graph_millionTaskChain_isPrinted() {
        Path file = source(folder, "Chain.java", """
                class Chain {
                    static int step(int i) { return i; }
                    public static void main(String[] args) {
                        var step = task(Chain::step);
                        var last = step.call(0);
                        for (int i = 1; i < 1_000_000; i++) { last = step.call(last); }
                        last.compute();
                    }
                }""");
        Outcome outcome = bide("graph", file, "-f", "dot");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).endsWith("\n  999998 -> 999999;\n}\n");
    }
}
