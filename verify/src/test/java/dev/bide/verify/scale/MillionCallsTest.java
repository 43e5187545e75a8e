package dev.bide.verify.scale;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.draw.Drawing;
import dev.bide.graph.Plan;
import dev.bide.graph.TaskGraph;
import dev.bide.order.Order;
import dev.bide.schedule.Scheduler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MillionCallsTest {
    private static final int MILLION = 1_000_000;
    private static final Task1<Integer, Integer> INCREMENT = task(MillionCallsTest::increment);

    private static int increment(int number) {
        return number + 1;
    }

    private static long sum(List<Integer> numbers) {
        return numbers.stream().mapToLong(Integer::longValue).sum();
    }

    /** Counts lines and keeps nothing. */
    private static final class LineCounter implements Appendable {
        private long lines;

        @Override
        public Appendable append(CharSequence text) {
            lines += text.chars().filter(c -> c == '\n').count();
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int from, int to) {
            return append(text.subSequence(from, to));
        }

        @Override
        public Appendable append(char c) {
            lines += c == '\n' ? 1 : 0;
            return this;
        }
    }

    /**
     * <pre>
     * 0 -> increment -> increment -> ... -> increment
     * </pre>
     */
    private static Delayed<Integer> chain() {
        Delayed<Integer> end = INCREMENT.call(0);
        for (int i = 1; i < MILLION; i++) {
            end = INCREMENT.call(end);
        }
        return end;
    }

    /**
     * <pre>
     * increment  increment  ...  increment
     *         \      |          /
     *               sum
     * </pre>
     */
    private static Delayed<Long> fan() {
        List<Delayed<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < MILLION; i++) {
            calls.add(INCREMENT.call(i));
        }
        return on(gather(calls)).call(MillionCallsTest::sum);
    }

    @Test
    void order_chainOfAMillion_hasEveryKey() {
        TaskGraph graph = chain().graph();

        assertThat(Order.of(graph))
                .hasSize(MILLION)
                .startsWith(graph.keys().iterator().next());
    }

    @Test
    void order_fanOfAMillion_hasEveryKey() {
        TaskGraph graph = fan().graph();

        assertThat(Order.of(graph)).hasSize(MILLION + 2);
    }

    @Test
    void text_chainOfAMillion_writesALineEach() throws IOException {
        LineCounter lines = new LineCounter();

        Drawing.text(Plan.of(chain()), lines);

        assertThat(lines.lines).isEqualTo(MILLION);
    }

    @Test
    void text_fanOfAMillion_writesALineEach() throws IOException {
        LineCounter lines = new LineCounter();

        Drawing.text(Plan.of(fan()), lines);

        assertThat(lines.lines).isEqualTo(MILLION + 2);
    }

    @Test
    void compute_chainOfAMillion_givesItsResult() {
        Delayed<Integer> chain = chain();

        assertThat(chain.compute(Schedulers.sync())).isEqualTo(MILLION);
        try (Scheduler threads = Schedulers.threads(2)) {
            assertThat(chain.compute(threads)).isEqualTo(MILLION);
        }
    }

    @Test
    void compute_fanOfAMillion_givesItsResult() {
        Delayed<Long> fan = fan();
        long expected = (long) MILLION * (MILLION + 1) / 2;

        assertThat(fan.compute(Schedulers.sync())).isEqualTo(expected);
        try (Scheduler threads = Schedulers.threads(2)) {
            assertThat(fan.compute(threads)).isEqualTo(expected);
        }
    }
}
