package dev.bide.verify.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Schedulers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(max = JRE.JAVA_20)
class VirtualThreadsMissingTest {
    @Test
    void virtualThreads_jvmWithoutThem_saysWhatItNeedsAndWhatToUseInstead() {
        assertThatThrownBy(Schedulers::virtualThreads)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Java 21")
                .hasMessageContaining("this is Java " + Runtime.version().feature())
                .hasMessageContaining("threads(n)");
    }

    @Test
    void named_virtualThreadsOnAJvmWithoutThem_saysTheSame() {
        assertThatThrownBy(() -> Schedulers.named("virtualThreads"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Java 21");
    }
}
