package dev.bide.internal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The deque in one thread; what threads do to it is in {@code verify}. */
class TaskDequeTest {
    @Test
    void popAndSteal_empty_areNothing() {
        TaskDeque deque = new TaskDeque();

        assertThat(deque.isEmpty()).isTrue();
        assertThat(deque.pop()).isEqualTo(TaskDeque.NONE);
        assertThat(deque.steal()).isEqualTo(TaskDeque.NONE);
    }

    @Test
    void popAndSteal_threeTasks_takeFromTheTwoEnds() {
        TaskDeque deque = new TaskDeque();
        deque.push(1);
        deque.push(2);
        deque.push(3);

        assertThat(deque.steal()).isEqualTo(1);
        assertThat(deque.pop()).isEqualTo(3);
        assertThat(deque.isEmpty()).isFalse();
        assertThat(deque.pop()).isEqualTo(2);
        assertThat(deque.isEmpty()).isTrue();
        assertThat(deque.pop()).isEqualTo(TaskDeque.NONE);
    }

    /** Long enough to grow, several times, from wherever its tasks stand in the array. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void pushPopSteal_inAnyOrder_isAPlainDeque(long seed) {
        Random random = new Random(seed);
        TaskDeque deque = new TaskDeque();
        Deque<Long> plain = new ArrayDeque<>();
        for (long next = 0; next < 3_000; next++) {
            switch (random.nextInt(5)) {
                case 0 -> assertThat(deque.pop()).isEqualTo(orNone(plain.pollLast()));
                case 1 -> assertThat(deque.steal()).isEqualTo(orNone(plain.pollFirst()));
                default -> {
                    deque.push(next);
                    plain.addLast(next);
                }
            }
            assertThat(deque.isEmpty()).isEqualTo(plain.isEmpty());
        }
    }

    private static long orNone(Long task) {
        return task == null ? TaskDeque.NONE : task;
    }
}
