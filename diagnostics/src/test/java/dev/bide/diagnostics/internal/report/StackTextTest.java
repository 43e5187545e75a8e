package dev.bide.diagnostics.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StackTextTest {
    @Test
    void title_longMessage_isCut() {
        assertThat(StackText.title(new IllegalStateException("x".repeat(10_000))))
                .startsWith("IllegalStateException: xxx")
                .endsWith("… (10,000 characters)")
                .hasSizeLessThan(400);
    }

    @Test
    void of_messageOfManyLines_isCut() {
        assertThat(StackText.of(new IllegalStateException("line\n".repeat(10_000)))
                        .lines())
                .hasSizeLessThan(100);
    }

    @Test
    void of_exceptionThatThrowsItself_stillSaysWhatItIs() {
        Exception wicked = new Exception() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }

            @Override
            public synchronized Throwable getCause() {
                throw new IllegalStateException("no cause");
            }
        };
        assertThat(StackText.of(wicked)).contains("StackTextTest");
        assertThat(StackText.title(wicked)).contains("StackTextTest");
    }
}
