package dev.bide.benchmarks.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.benchmarks.shapes.Contender.Built;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContendersTest {
    private static final int SIZE = 200;

    @ParameterizedTest
    @EnumSource
    void run_eachContenderThatFits_givesTheLoopsDigest(Shape shape) throws Exception {
        Blueprint graph = shape.of(SIZE);
        Value right = new Loop().build(graph).run();
        for (Contender contender : Contenders.all(2)) {
            if (contender.obstacle(shape, SIZE).isEmpty()) {
                assertThat(contender.build(graph).run()).as(contender.name()).isEqualTo(right);
            }
            contender.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void compiled_runTwice_givesTheLoopsDigest(Shape shape) throws Exception {
        Blueprint graph = shape.of(SIZE);
        Value right = new Loop().build(graph).run();
        for (Contender contender : Contenders.all(2)) {
            Built built = contender.obstacle(shape, SIZE).isEmpty() ? contender.build(graph) : null;
            Value first = built == null ? right : built.run();
            Built compiled = built == null ? null : built.compiled();
            if (compiled != null) {
                assertThat(List.of(first, compiled.run(), compiled.run()))
                        .as(contender.name())
                        .containsOnly(right);
            }
            contender.close();
        }
    }

    @Test
    void named_wordInAnyCase_picksThoseWithItInTheirNames() {
        List<Contender> picked = Contenders.named(List.of("INLINE", "parseq"), 2);

        assertThat(picked)
                .extracting(Contender::name)
                .containsExactly("CompletableFuture inline", "Reactor inline", "ParSeq");
        picked.forEach(Contender::close);
    }

    @Test
    void nanos_tenTasksInTheColdProgram_endsWithTheRightResult() {
        assertThat(ColdTree.nanos(10, 2)).isPositive();
    }
}
