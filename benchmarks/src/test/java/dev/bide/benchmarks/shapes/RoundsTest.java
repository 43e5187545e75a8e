package dev.bide.benchmarks.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final int SIZE = 100;
    private static final Value RIGHT = new Loop().build(Shape.CHAIN.of(SIZE)).run();

    private final List<String> ran = new ArrayList<>();

    @Test
    void measure_threeRounds_whoBeginsChanges() {
        measure(3, runs("a", () -> RIGHT), runs("b", () -> RIGHT));

        assertThat(ran).containsExactly("a", "b", "b", "a", "a", "b", "b", "a");
    }

    @Test
    void measure_rightResults_givesTimes() {
        Measured measured = measure(1, new Loop()).get(0);

        assertThat(measured.obstacle()).isEmpty();
        assertThat(measured.timing()).isNotNull();
        assertThat(measured.timing().total()).isPositive();
        assertThat(measured.timing().rerun()).isPositive();
    }

    @Test
    void measure_wrongResult_saysWhose() {
        assertThatThrownBy(() -> measure(1, runs("liar", () -> new Value(1))))
                .hasMessageContainingAll("liar on a chain of 100 gives Value[digest=1]", RIGHT.toString());
    }

    @Test
    void measure_stackOverflows_isAnObstacleAndNotTriedAgain() {
        Measured measured = measure(3, runs("deep", () -> {
                    throw new StackOverflowError();
                }))
                .get(0);

        assertThat(measured.obstacle()).isEqualTo("StackOverflowError");
        assertThat(measured.timing()).isNull();
        assertThat(ran).hasSize(1);
    }

    @Test
    void measure_knownObstacle_isNotTried() {
        Measured measured = measure(1, new DoesNotFit()).get(0);

        assertThat(measured.obstacle()).isEqualTo("too slow beyond 99");
    }

    @Test
    void of_moreThanTheHeap_saysHowMuchItTakes() {
        assertThat(Obstacle.of(new Loop(), Shape.FAN, Integer.MAX_VALUE).orElse(""))
                .matches("wants about [\\d.]+ GB of heap");
    }

    private static List<Measured> measure(int rounds, Contender... contenders) {
        return new Rounds(rounds, Duration.ZERO).measure(Shape.CHAIN, SIZE, List.of(contenders));
    }

    private Contender runs(String name, Contender.Built built) {
        return new Scripted(name, () -> {
            ran.add(name);
            return built.run();
        });
    }

    private record Scripted(String name, Built built) implements Contender {
        @Override
        public int bytesPerTask() {
            return 1;
        }

        @Override
        public Built build(Blueprint graph) {
            return built;
        }
    }

    private static final class DoesNotFit implements Contender {
        @Override
        public String name() {
            return "lazy";
        }

        @Override
        public Optional<String> obstacle(Shape shape, int n) {
            return Obstacle.beyond(SIZE - 1, n, "too slow");
        }

        @Override
        public int bytesPerTask() {
            return 1;
        }

        @Override
        public Built build(Blueprint graph) {
            throw new AssertionError("built all the same");
        }
    }
}
