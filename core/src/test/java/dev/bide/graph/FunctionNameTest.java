package dev.bide.graph;

import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Task1;
import java.io.Serial;
import org.junit.jupiter.api.Test;

class FunctionNameTest {
    static int parse(String text) {
        return text.length();
    }

    record Point(String text) {}

    static final class Doubling implements Fn1<Integer, Integer> {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public Integer apply(Integer x) {
            return 2 * x;
        }
    }

    private static String nameOf(Fn1<?, ?> function) {
        return FunctionName.of(function, null);
    }

    private static int nextLine() {
        return new Throwable().getStackTrace()[1].getLineNumber() + 1;
    }

    @Test
    void of_methodReference_isTheMethod() {
        Fn1<String, Integer> parse = FunctionNameTest::parse;
        Fn1<String, Integer> length = String::length;
        Fn1<String, String> bound = "prefix"::concat;

        assertThat(nameOf(parse)).isEqualTo("parse");
        assertThat(nameOf(length)).isEqualTo("length");
        assertThat(nameOf(bound)).isEqualTo("concat");
    }

    @Test
    void of_constructorReference_isTheClass() {
        Fn1<String, Point> nested = Point::new;
        Fn1<String, StringBuilder> platform = StringBuilder::new;

        assertThat(nameOf(nested)).isEqualTo("Point");
        assertThat(nameOf(platform)).isEqualTo("StringBuilder");
    }

    @Test
    void of_lambda_isFileAndLineOfItsTask() {
        int line = nextLine();
        Task1<String, Integer> task = task((String text) -> text.length());

        assertThat(task.name()).isEqualTo("FunctionNameTest.java:" + line);
    }

    @Test
    void of_arrayConstructor_isFileAndLineOfItsTask() {
        int line = nextLine();
        Task1<Integer, int[]> task = Task1.of(int[]::new);

        assertThat(task.name()).isEqualTo("FunctionNameTest.java:" + line);
    }

    @Test
    void of_lambdaWithoutALine_isLambda() {
        assertThat(nameOf((String text) -> text)).isEqualTo("lambda");
    }

    @Test
    void of_handWrittenClass_isTheClass() {
        assertThat(nameOf(new Doubling())).isEqualTo("Doubling");
    }

    @Test
    void of_localClass_isTheClass() {
        final class Tripling implements Fn1<Integer, Integer> {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public Integer apply(Integer x) {
                return 3 * x;
            }
        }

        assertThat(nameOf(new Tripling())).isEqualTo("Tripling");
    }

    @Test
    void of_anonymousClass_isTheClassItStandsIn() {
        Fn1<Integer, Integer> negating = new Fn1<>() {
            @Serial
            private static final long serialVersionUID = 1L;

            @Override
            public Integer apply(Integer x) {
                return -x;
            }
        };

        assertThat(nameOf(negating)).isEqualTo("FunctionNameTest");
    }

    @Test
    void name_givenByTheUser_isStrongerThanTheFunctions() {
        Task1<String, Integer> parse = task(FunctionNameTest::parse);

        assertThat(parse.named("read").name()).isEqualTo("read");
        assertThat(parse.named("read")).hasToString("read");
        assertThat(parse.name()).isEqualTo("parse");
    }
}
