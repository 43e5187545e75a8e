package dev.bide.draw;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task1;
import dev.bide.graph.Plan;
import java.io.IOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;

/** A drawing of a million tasks is written as it is made. */
class LargeDrawingTest {
    private static final int MILLION = 1_000_000;

    private static final Plan CHAIN = chain();

    /** Counts and forgets. */
    private static final class CountingWriter extends Writer {
        private long lines;
        private int longest;

        @Override
        public void write(char[] text, int from, int length) {
            longest = Math.max(longest, length);
            for (int i = from; i < from + length; i++) {
                lines += text[i] == '\n' ? 1 : 0;
            }
        }

        @Override
        public void flush() {
            // Nothing is held.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static Plan chain() {
        Task1<Integer, Integer> inc = task((Integer x) -> x + 1).named("inc");
        Delayed<Integer> end = inc.call(0);
        for (int i = 1; i < MILLION; i++) {
            end = inc.call(end);
        }
        return Plan.of(end);
    }

    // inc -> inc -> ... -> inc
    @Test
    void text_chainOfAMillion_isALineATask() throws IOException {
        CountingWriter writer = new CountingWriter();

        Drawing.text(CHAIN, writer);

        assertThat(writer.lines).isEqualTo(MILLION);
        assertThat(writer.longest).isLessThan(100);
    }

    // inc -> inc -> ... -> inc
    @Test
    void dot_chainOfAMillion_isALineATaskAndALineADependency() throws IOException {
        CountingWriter writer = new CountingWriter();

        Drawing.dot(CHAIN, writer);

        assertThat(writer.lines).isEqualTo(2L * MILLION + 2);
        assertThat(writer.longest).isLessThan(100);
    }
}
