package dev.bide.graph;

import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.draw.Drawing;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Names of any length and with any characters stand in texts on one line, cut after 120 characters. */
class OddNamesTest {
    private static final String LONG = "k\n".repeat(5_000_000);
    private static final String SHORT = "k\\n".repeat(60) + "… (10000000 characters)";

    private final Task1<Integer, Integer> inc = task((Integer x) -> x + 1);

    @Test
    void toString_longName_isOneShortLine() {
        assertThat(inc.named(LONG)).hasToString(SHORT);
        assertThat(value(1).named(LONG)).hasToString("Delayed " + SHORT);
        assertThat(inc.call(1).named(LONG).toString()).startsWith("Delayed " + SHORT + " (");
        assertThat(inc.named(LONG).name()).isEqualTo(LONG);
    }

    @Test
    void put_wrongNumberOfArgumentsOfALongName_isSaidInShort() {
        assertThatThrownBy(() -> TaskGraph.builder().put(LONG, inc.named(LONG), 1, 2))
                .hasMessage("node '" + SHORT + "' calls " + SHORT + ", which takes 1 argument, with 2.");
    }

    // inc -> thenDelayed, which answers with itself
    @Test
    void thenDelayed_longNameNeedsItself_isSaidInShort() {
        AtomicReference<Delayed<Integer>> itself = new AtomicReference<>();
        itself.set(inc.call(1).thenDelayed(x -> itself.get()).named(LONG));

        Throwable failed = catchThrowable(() -> itself.get().compute(Schedulers.sync()));

        assertThat(failed).hasMessageStartingWith("task " + SHORT + " failed: ");
        assertThat(failed.getMessage()).hasSizeLessThan(3000);
    }

    // inc -> inc, both of the same long name
    @Test
    void draw_longNames_areShort() throws IOException {
        Plan plan = Plan.of(inc.named(LONG).call(inc.named(LONG).call(1)));
        StringBuilder drawn = new StringBuilder();

        Drawing.text(plan, drawn);
        Drawing.dot(plan, drawn);

        assertThat(drawn.toString())
                .contains("… (10000002 characters)")
                .hasLineCount(8)
                .hasSizeLessThan(2000);
    }
}
