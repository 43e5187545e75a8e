package dev.bide;

import static dev.bide.Bide.action;
import static dev.bide.Bide.on;
import static dev.bide.Bide.ref;
import static dev.bide.Bide.refs;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.bide.graph.Key;
import dev.bide.graph.TaskGraph;
import dev.bide.order.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the doc comments and of the guide's first page, as they stand there. */
class BideExamplesTest {
    @TempDir
    Path folder;

    record Data(String name, List<String> rows) {}

    record Report(String title, int rows) {}

    static final class Pipeline {
        private Pipeline() {}

        static Data load(Path file) throws IOException {
            return new Data(file.getFileName().toString(), Files.readAllLines(file));
        }

        static Data clean(Data data) {
            return new Data(
                    data.name(),
                    data.rows().stream().filter(row -> !row.isBlank()).toList());
        }

        static Report analyze(List<Data> all) {
            return new Report(
                    "all", all.stream().mapToInt(data -> data.rows().size()).sum());
        }

        static void store(Report report, Path file) throws IOException {
            Files.writeString(file, report.title() + ": " + report.rows());
        }
    }

    private List<Path> files() throws IOException {
        return List.of(
                Files.writeString(folder.resolve("a.csv"), "1\n\n2\n"),
                Files.writeString(folder.resolve("b.csv"), "3\n"));
    }

    // load   load
    //   |      |
    // clean  clean
    //      \ /
    //     list
    @Test
    void classComment_ofBide_computesTheData() throws IOException {
        List<Path> files = files();

        var load = task(Pipeline::load);
        var clean = task(Pipeline::clean);
        var cleaned = clean.each(load.each(files)); // nothing has run
        List<Data> data = cleaned.compute(); // all of it runs, in parallel

        assertThat(data).containsExactly(new Data("a.csv", List.of("1", "2")), new Data("b.csv", List.of("3")));
    }

    // load   load
    //   |      |
    // clean  clean
    //      \ /
    //    analyze
    //       |
    //     store
    @Test
    void seedProgram_filesInAFolder_storesTheReport() throws IOException {
        List<Path> files = files();
        Path out = folder.resolve("report.txt");

        var load = task(Pipeline::load).retry(3);
        var clean = task(Pipeline::clean);
        var analyze = task(Pipeline::analyze);
        var store = action(Pipeline::store);

        var loads = load.each(files);
        var cleaned = clean.each(loads);
        var analysis = analyze.call(cleaned);
        var result = store.call(analysis, out);

        result.visualize(folder.resolve("pipeline.dot"));
        assertThat(out).doesNotExist();
        assertThat(result.compute()).isNull();

        assertThat(out).hasContent("all: 3");
        assertThat(folder.resolve("pipeline.dot")).content().contains("label=\"analyze\"", "label=\"load-2\"");
    }

    // analyze -> n -> max -> print
    @Test
    void otherForms_ofACall_giveTheSameKindOfNode() {
        StringBuilder printed = new StringBuilder();
        Delayed<Report> analysis = value(new Report("all", 3));

        Delayed<Integer> n = on(analysis, 10).call((report, k) -> report.rows() + k);
        Delayed<Integer> m = on(n, 3).call(Math::max);
        Delayed<Void> p = on(m).run(printed::append).after(analysis);
        Delayed<String> f = analysis.then(Report::title);
        Delayed<String> g = m.thenDelayed(s -> s > 10 ? value("many") : f);
        Task1<String, Integer> t = Task1.of(Integer::parseInt);

        assertThat(Bide.<Object>compute(n, m, p, f, g, t.call("7"))).containsExactly(13, 13, null, "all", "many", 7);
        assertThat(printed).hasToString("13");
    }

    // load-1   load-2
    //    |        |
    // clean-1  clean-2
    //        \ /
    //      analyze
    @Test
    void rawGraph_ofThePipeline_givesTheReport() throws IOException {
        List<Path> files = files();

        TaskGraph graph = TaskGraph.builder()
                .put("load-1", task(Pipeline::load), files.get(0))
                .put("load-2", task(Pipeline::load), files.get(1))
                .put("clean-1", task(Pipeline::clean), ref("load-1"))
                .put("clean-2", task(Pipeline::clean), ref("load-2"))
                .put("analyze", task(Pipeline::analyze), refs("clean-1", "clean-2"))
                .build();
        Report report = Schedulers.threads().get(graph, "analyze", Report.class);
        List<?> nested = Schedulers.sync().get(graph, List.of("analyze", List.of("clean-1", List.of("clean-2"))));
        List<Key> order = Order.of(graph);

        assertThat(report).isEqualTo(new Report("all", 3));
        assertThat(nested.get(0)).isEqualTo(report);
        assertThat(nested.get(1)).asInstanceOf(LIST).hasSize(2);
        assertThat(order).hasSize(5).last().isEqualTo(Key.of("analyze"));
        assertThat(graph.dependents(Key.of("load-1"))).containsExactly(Key.of("clean-1"));
    }
}
