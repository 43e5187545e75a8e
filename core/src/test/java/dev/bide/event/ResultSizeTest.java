package dev.bide.event;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.schedule.RunOptions;
import java.io.Serial;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** About how much memory a result takes, as listeners hear it. */
class ResultSizeTest {
    private static final String ASKED = "a size must not ask a user's object";

    record Point(double x, double y) {}

    record Named(String name, int @Nullable [] values) {}

    record Loop(List<Object> own) {}

    static final class OwnList extends AbstractList<Integer> implements RandomAccess {
        @Override
        public Integer get(int index) {
            throw new AssertionError(ASKED);
        }

        @Override
        public int size() {
            throw new AssertionError(ASKED);
        }
    }

    static final class OwnNumber extends Number {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public int intValue() {
            throw new AssertionError(ASKED);
        }

        @Override
        public long longValue() {
            throw new AssertionError(ASKED);
        }

        @Override
        public float floatValue() {
            throw new AssertionError(ASKED);
        }

        @Override
        public double doubleValue() {
            throw new AssertionError(ASKED);
        }
    }

    private static Loop loop() {
        Loop loop = new Loop(new ArrayList<>());
        loop.own().add(loop);
        return loop;
    }

    static final List<Arguments> SIZES = List.of(
            Arguments.of(null, 0),
            Arguments.of(7, 16),
            Arguments.of(BigInteger.ONE, 16),
            Arguments.of(true, 16),
            Arguments.of('c', 16),
            Arguments.of("12345678", 40),
            Arguments.of(new byte[100], 116),
            Arguments.of(new boolean[100], 116),
            Arguments.of(new char[100], 216),
            Arguments.of(new int[100], 416),
            Arguments.of(new double[100], 816),
            Arguments.of(ByteBuffer.allocate(100), 116),
            Arguments.of(DoubleBuffer.allocate(100), 816),
            Arguments.of(new double[10][100], 16 + 10 * (4 + 816)),
            Arguments.of(new String[10], 56),
            Arguments.of(List.of(1, 2, 3), 16 + 3 * 20),
            Arguments.of(new ArrayList<>(Collections.nCopies(1_000, 1)), 16 + 1_000 * 20),
            Arguments.of(new Point(1, 2), 32),
            Arguments.of(new Named("12345678", new int[1]), 16 + 4 + 40 + 4 + 20),
            Arguments.of(new Named("12345678", null), 16 + 4 + 40 + 4),
            Arguments.of(List.of(), 16));

    static final List<Object> UNKNOWN = List.of(
            new Object(),
            new OwnList(),
            new OwnNumber(),
            new Object[] {new Object()},
            List.of(1, Optional.of(2)),
            Map.of("a", 1),
            new Named[] {new Named("a", null), new Named("b", null)}.getClass(),
            loop());

    private static List<Long> sizes(Delayed<?> root) {
        List<Long> sizes = new ArrayList<>();
        root.compute(Schedulers.sync(), RunOptions.defaults().listener(event -> {
            if (event instanceof TaskEvent step && step.step() == Step.FINISHED) {
                sizes.add(step.bytes());
            }
        }));
        return sizes;
    }

    private static Delayed<?> giving(@Nullable Object result) {
        return on(1).call(x -> result);
    }

    @ParameterizedTest
    @FieldSource("SIZES")
    void bytes_plainData_areEstimated(@Nullable Object result, long bytes) {
        assertThat(sizes(giving(result))).containsExactly(bytes);
    }

    @ParameterizedTest
    @FieldSource("UNKNOWN")
    void bytes_anythingElse_areUnknown(Object result) {
        assertThat(sizes(giving(result))).containsExactly(-1L);
    }

    // same  same
    //    \  /
    //    list
    @Test
    void bytes_gatheredResults_areAddedUp() {
        assertThat(sizes(task((Integer x) -> x).each(List.of(1, 2)))).containsExactly(16L, 16L, 16L + 2 * 20);
    }

    // load => more
    @Test
    void bytes_resultThatAnotherTaskMade_areToldThere() {
        Delayed<Integer> grown = on(1).call(x -> x).thenDelayed(x -> on(x).call(y -> y + 1));

        assertThat(sizes(grown)).containsExactly(16L, 16L, -1L);
        assertThat(sizes(on(1).call(x -> x).thenDelayed(x -> value(2)))).containsExactly(16L, 16L);
    }
}
