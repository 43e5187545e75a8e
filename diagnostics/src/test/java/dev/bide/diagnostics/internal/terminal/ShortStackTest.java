package dev.bide.diagnostics.internal.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShortStackTest {
    private static StackTraceElement frame(String className) {
        return new StackTraceElement(className, "run", "A.java", 7);
    }

    private static Throwable thrown(String message, String... classes) {
        Throwable thrown = new IllegalStateException(message);
        thrown.setStackTrace(Stream.of(classes).map(ShortStackTest::frame).toArray(StackTraceElement[]::new));
        return thrown;
    }

    @Test
    void of_taskThatThrew_showsTheFramesOfTheUser() {
        assertThat(ShortStack.of(thrown(
                        "bad",
                        "com.acme.Svm",
                        "com.acme.Cv",
                        "dev.bide.graph.Plan",
                        "dev.bide.internal.local.LocalRun",
                        "java.lang.Thread")))
                .containsExactly(
                        "java.lang.IllegalStateException: bad",
                        "    at com.acme.Svm.run(A.java:7)",
                        "    at com.acme.Cv.run(A.java:7)",
                        "    … 3 bide frames hidden (-Dbide.stack=full)");
    }

    @Test
    void of_full_showsAll() {
        assertThat(ShortStack.of(thrown("bad", "com.acme.Svm", "dev.bide.graph.Plan", "java.lang.Thread"), true))
                .hasSize(4)
                .last()
                .isEqualTo("    at java.lang.Thread.run(A.java:7)");
    }

    @Test
    void of_frameOfReflection_isHiddenWithItsCaller() {
        assertThat(ShortStack.of(thrown(
                        "bad",
                        "com.acme.Svm",
                        "jdk.internal.reflect.Accessor",
                        "dev.bide.graph.Calls",
                        "dev.bide.graph.Plan")))
                .containsExactly(
                        "java.lang.IllegalStateException: bad",
                        "    at com.acme.Svm.run(A.java:7)",
                        "    … 3 bide frames hidden (-Dbide.stack=full)");
    }

    @Test
    void of_thrownByBideItself_showsAll() {
        assertThat(ShortStack.of(thrown("bad", "dev.bide.graph.Plan", "java.lang.Thread")))
                .hasSize(3);
    }

    @Test
    void of_classesOfTheUsersNamedAlike_areTheUsers() {
        assertThat(ShortStack.of(thrown("bad", "dev.bide.graphs.Plan", "com.acme.dev.bide.graph.Plan")))
                .hasSize(3);
    }

    @Test
    void of_deepStack_isCut() {
        List<String> lines = ShortStack.of(thrown(
                "bad", IntStream.range(0, 100).mapToObj(i -> "com.acme.A").toArray(String[]::new)));

        assertThat(lines).hasSize(14).last().isEqualTo("    … 88 more");
    }

    @Test
    void of_messageOfSeveralLines_isSeveralLines() {
        assertThat(ShortStack.of(thrown("one\ntwo\r\nthree")))
                .containsExactly("java.lang.IllegalStateException: one", "two", "three");
    }

    @Test
    void of_causes_areShownAfterIt() {
        Throwable cause = thrown("why", "com.acme.B", "dev.bide.graph.Plan");
        Throwable thrown = thrown("bad", "com.acme.A").initCause(cause);

        assertThat(ShortStack.of(thrown))
                .containsExactly(
                        "java.lang.IllegalStateException: bad",
                        "    at com.acme.A.run(A.java:7)",
                        "Caused by: java.lang.IllegalStateException: why",
                        "    at com.acme.B.run(A.java:7)",
                        "    … 1 bide frame hidden (-Dbide.stack=full)");
    }

    @Test
    void of_causesInACircle_ends() {
        Throwable one = thrown("one");
        Throwable two = thrown("two").initCause(one);
        one.initCause(two);

        assertThat(ShortStack.of(one))
                .containsExactly(
                        "java.lang.IllegalStateException: one", "Caused by: java.lang.IllegalStateException: two");
    }

    @SuppressWarnings({"OverrideThrowableToString", "ToStringReturnsNull"
    }) // what nobody should write, and somebody has
    private static final class Odd extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        private final boolean throwing;

        Odd(boolean throwing) {
            this.throwing = throwing;
        }

        @Override
        public @Nullable String toString() {
            if (throwing) {
                throw new IllegalStateException("no text");
            }
            return null;
        }
    }

    @Test
    void text_exceptionWithoutText_isItsType() {
        List<String> texts = new ArrayList<>(List.of(ShortStack.text(new Odd(true)), ShortStack.text(new Odd(false))));

        assertThat(texts).containsOnly(Odd.class.getName());
    }
}
