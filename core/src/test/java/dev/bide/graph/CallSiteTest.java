package dev.bide.graph;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.DelayedList;
import dev.bide.Task1;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallSiteTest {
    private final Task1<String, Integer> load = task(CallSiteTest::load);

    static int load(String file) {
        return file.length();
    }

    private static int nextLine() {
        return new Throwable().getStackTrace()[1].getLineNumber() + 1;
    }

    private static void assertLine(CallSite site, int line) {
        assertThat(site).isNotNull();
        assertThat(site.fileAndLine()).isEqualTo("CallSiteTest.java:" + line);
    }

    @Test
    void site_ofTask_isTheLineThatMadeIt() {
        int line = nextLine();
        Task1<String, Integer> typed = task(CallSiteTest::load);
        Task task = typed;
        Task retried = typed.retry(2);

        assertLine(task.site(), line);
        assertLine(retried.site(), line);
        assertThat(task.site())
                .hasToString(
                        "dev.bide.graph.CallSiteTest.site_ofTask_isTheLineThatMadeIt(CallSiteTest.java:" + line + ")");
    }

    @Test
    void site_ofCall_isTheLineOfTheCall() {
        int line = nextLine();
        Node call = load.call("a");

        assertLine(call.site(), line);
        assertThat(call).hasToString("Delayed load (" + call.site() + ")");
    }

    @Test
    void site_ofEach_isTheLineOfEach() {
        int line = nextLine();
        DelayedList<Integer> calls = load.each(List.of("a", "b"));

        assertLine(((Node) calls.get(0)).site(), line);
        assertLine(((Node) calls.get(1)).site(), line);
        assertThat(((Node) calls).site()).isNull();
    }

    @Test
    void site_ofCallWithoutATask_isTheLineOfTheCall() {
        int line = nextLine();
        Node call = on("a").call(String::length);

        assertLine(call.site(), line);
        assertLine(call.taskSite(), line);
    }

    @Test
    void site_ofRun_isTheLineOfTheCall() {
        int line = nextLine();
        Node call = on("a").run(CallSiteTest::load);

        assertLine(call.site(), line);
    }

    @Test
    void site_ofThenAndZip_isTheLineOfTheCall() {
        Delayed<Integer> loaded = load.call("a");
        int line = nextLine();
        Node then = loaded.then(x -> x + 1);
        Node zip = loaded.zip(loaded, Integer::sum);
        Node grown = loaded.thenDelayed(x -> value(x));

        assertLine(then.site(), line);
        assertLine(zip.site(), line + 1);
        assertLine(grown.site(), line + 2);
    }

    @Test
    void site_ofGather_isNullAndItsItemsKeepTheirs() {
        int line = nextLine();
        Delayed<Integer> item = load.call("a");
        DelayedList<Integer> gathered = gather(List.of(item));

        assertThat(((Node) gathered).site()).isNull();
        assertThat(((Node) gathered).taskSite()).isNull();
        assertLine(((Node) gathered.get(0)).site(), line);
    }

    @Test
    void site_throughAMethodOfTheUser_isTheLineInThatMethod() {
        Node first = loaded("a");
        Node second = loaded("b");

        assertThat(first.site().fileAndLine()).isEqualTo(second.site().fileAndLine());
        assertThat(first.site().toString()).startsWith("dev.bide.graph.CallSiteTest.loaded(");
    }

    private Delayed<Integer> loaded(String file) {
        return load.call(file);
    }

    @Test
    void site_inAStream_isTheLineOfTheStream() {
        int line = nextLine();
        List<Delayed<Integer>> byReference = Stream.of("a").map(load::call).toList();
        List<Delayed<Integer>> byLambda = Stream.of("a").map(x -> load.call(x)).toList();

        assertLine(((Node) byReference.get(0)).site(), line);
        assertLine(((Node) byLambda.get(0)).site(), line + 1);
    }

    @Test
    void site_namedOrOrderedCopy_keepsTheLineOfTheCall() {
        int line = nextLine();
        Delayed<Integer> call = load.call("a");
        Node named = call.named("b");
        Node after = call.after(load.call("c"));

        assertLine(named.site(), line);
        assertLine(after.site(), line);
    }

    @Test
    void site_inARawGraph_isTheLineOfPut() {
        int line = nextLine();
        TaskGraph graph = TaskGraph.builder().put("a", load, "x").build();

        assertLine(graph.node(Key.of("a")).site(), line);
    }
}
