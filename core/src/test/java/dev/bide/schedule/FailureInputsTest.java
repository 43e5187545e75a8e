package dev.bide.schedule;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bide.Schedulers;
import dev.bide.event.Event;
import java.io.Serial;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** The inputs of a failed task are shown in short, and no method of the user's is called for it. */
class FailureInputsTest {
    private static final String ASKED = "a failure's text must not ask a user's object";

    enum Colour {
        RED
    }

    record Secret(String password) {
        @Override
        public String toString() {
            throw new AssertionError(ASKED);
        }
    }

    static final class Opaque {
        @Override
        public String toString() {
            throw new AssertionError(ASKED);
        }
    }

    static final class OwnText implements CharSequence {
        @Override
        public int length() {
            throw new AssertionError(ASKED);
        }

        @Override
        public char charAt(int index) {
            throw new AssertionError(ASKED);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new AssertionError(ASKED);
        }

        @Override
        public String toString() {
            throw new AssertionError(ASKED);
        }
    }

    static final class OwnNumber extends Number {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public int intValue() {
            return 0;
        }

        @Override
        public long longValue() {
            return 0;
        }

        @Override
        public float floatValue() {
            return 0;
        }

        @Override
        public double doubleValue() {
            return 0;
        }

        @Override
        public String toString() {
            throw new AssertionError(ASKED);
        }
    }

    enum OwnEnum {
        ONE;

        @Override
        public String toString() {
            throw new AssertionError(ASKED);
        }
    }

    static final List<Arguments> INPUTS = List.of(
            Arguments.of(null, "null"),
            Arguments.of("", "\"\""),
            Arguments.of("a\nb", "\"a\\nb\""),
            Arguments.of("x".repeat(60), "\"" + "x".repeat(60) + "\""),
            Arguments.of("x".repeat(61), "\"" + "x".repeat(60) + "…\""),
            Arguments.of("x".repeat(10_000_000), "\"" + "x".repeat(60) + "…\""),
            Arguments.of(CharBuffer.wrap("text"), "\"text\""),
            Arguments.of(Path.of("data", "a.csv"), "\"" + Path.of("data", "a.csv") + "\""),
            Arguments.of(-1.5, "-1.5"),
            Arguments.of(true, "true"),
            Arguments.of('c', "c"),
            Arguments.of(Colour.RED, "RED"),
            Arguments.of(new ArrayList<>(List.of(1, 2)), "list of 2"),
            Arguments.of(Set.of(1), "list of 1"),
            Arguments.of(Map.of("a", 1), "map of 1"),
            Arguments.of(Optional.of("a"), "Optional"),
            Arguments.of(new int[3], "int[3]"),
            Arguments.of(new Secret("p"), "Secret"),
            Arguments.of(new Opaque(), "Opaque"),
            Arguments.of(new double[2][5], "double[2][]"),
            Arguments.of(new Opaque[0], "Opaque[0]"),
            Arguments.of(new Object() {}, "dev.bide.schedule.FailureInputsTest$1"));

    static final List<Arguments> OWN = List.of(
            Arguments.of(new OwnText(), "OwnText"),
            Arguments.of(new OwnNumber(), "OwnNumber"),
            Arguments.of(OwnEnum.ONE, "ONE"));

    private static String inputs(Object input) {
        Throwable failed = catchThrowable(() -> on(input)
                .call(x -> {
                    throw new IllegalStateException("failed");
                })
                .compute(Schedulers.sync()));
        assertThat(failed).isInstanceOf(TaskFailedException.class);
        return failed.getMessage()
                .lines()
                .filter(line -> line.startsWith("    inputs"))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @FieldSource("INPUTS")
    void inputs_value_isShownInShort(Object input, String shown) {
        assertThat(inputs(input)).isEqualTo("    inputs     " + shown);
    }

    @ParameterizedTest
    @FieldSource("OWN")
    void inputs_textOrNumberOfTheUsers_isNotAsked(Object input, String shown) {
        assertThat(inputs(input)).isEqualTo("    inputs     " + shown);
    }

    @Test
    void inputs_several_areShownInTheirOrder() {
        Throwable failed = catchThrowable(() -> on("a", Arrays.asList(1, null), (Integer) null)
                .call((a, b, c) -> c.intValue())
                .compute(Schedulers.sync()));

        assertThat(failed).hasMessageContaining("\n    inputs     \"a\" · list of 2 · null");
    }

    static final class Unspeakable extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no message");
        }
    }

    @Test
    void message_exceptionWhoseTextThrows_isStillTheCause() {
        Throwable failed = catchThrowable(() -> on("a").call(x -> {
                    throw new Unspeakable();
                })
                .compute(Schedulers.sync()));

        assertThat(failed).isInstanceOf(TaskFailedException.class).hasCauseInstanceOf(Unspeakable.class);
    }

    /** A view of the JDK's on a list of the user's. */
    private static List<Object> viewOfAHostileList() {
        return Collections.unmodifiableList(new ArrayList<>() {
            @Override
            public int size() {
                throw new AssertionError("no size for you");
            }

            @Override
            public Object[] toArray() {
                return new Object[0];
            }
        });
    }

    @Test
    void inputs_viewThatThrows_isShownByItsType() {
        List<Integer> list = new ArrayList<>(List.of(1, 2, 3));
        List<Integer> part = list.subList(0, 2);
        var failing = on(part).call(x -> {
            throw new IllegalStateException("failed");
        });
        list.add(4);

        assertThat(catchThrowable(() -> failing.compute(Schedulers.sync())))
                .hasMessageContaining("\n    inputs     SubList")
                .hasRootCauseMessage("failed");
        assertThat(inputs(viewOfAHostileList())).isEqualTo("    inputs     UnmodifiableRandomAccessList");
    }

    // a task that gives the view
    @Test
    void compute_resultThatThrowsWhenItIsMeasured_isTheResult() {
        List<Object> result = viewOfAHostileList();
        List<Event> heard = new ArrayList<>();

        Object given = task(() -> result)
                .call()
                .compute(Schedulers.sync(), RunOptions.defaults().listener(heard::add));

        assertThatObject(given).isSameAs(result);
        assertThat(heard).hasAtLeastOneElementOfType(Event.RunEnded.class);
    }

    @Test
    void message_textWithoutEnd_isCut() {
        Throwable failed = catchThrowable(() -> on("a").call(x -> {
                    throw new IllegalStateException("x".repeat(50_000_000));
                })
                .compute(Schedulers.sync()));

        assertThat(failed.getMessage()).hasSizeLessThan(6000).contains("x… (50000033 characters)");
        assertThat(failed.getCause().getMessage()).hasSize(50_000_000);
    }
}
