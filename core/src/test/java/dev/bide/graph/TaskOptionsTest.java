package dev.bide.graph;

import static dev.bide.Bide.action;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Task1;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TaskOptionsTest {
    private final Task1<String, Integer> load = task(String::length);

    @Test
    void options_ofANewTask_areNone() {
        assertThat(load.options())
                .isEqualTo(TaskOptions.NONE)
                .isEqualTo(new TaskOptions(null, false, false, null, Handling.NONE));
    }

    @Test
    void options_setOneAfterTheOther_areAllKept() {
        Duration second = Duration.ofSeconds(1);
        Limit limit = Limit.of("disk", 2);
        Handling handling = new Handling(Retry.times(3), second, null, limit, -1);
        TaskOptions all = new TaskOptions("read", true, true, "2", handling);
        assertThat(load.named("read")
                        .retry(3)
                        .pure()
                        .timeout(second)
                        .stored()
                        .limit(limit)
                        .version("2")
                        .priority(-1))
                .extracting(Task1::options)
                .isEqualTo(all);
        assertThat(load.priority(-1)
                        .version("2")
                        .limit(limit)
                        .stored()
                        .timeout(second)
                        .pure()
                        .retry(3)
                        .named("read"))
                .extracting(Task1::options)
                .isEqualTo(all);
    }

    @Test
    void options_ofTheOriginal_areUnchanged() {
        Task1<String, Integer> read = load.named("read").retry(3).pure();

        assertThat(read).isNotSameAs(load);
        assertThat(load.options()).isEqualTo(TaskOptions.NONE);
    }

    @Test
    void options_ofACall_areThoseOfItsTask() {
        Node call = load.retry(2).pure().call("a");

        assertThat(call.handling()).isEqualTo(Handling.NONE.retry(2));
        assertThat(call.pure()).isTrue();
        assertThat(call.after()).isEmpty();
    }

    @Test
    void retry_negative_isRefused() {
        assertThatThrownBy(() -> load.retry(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retry(-1): the number of further attempts is negative");
    }

    @Test
    void named_empty_isRefused() {
        assertThatThrownBy(() -> load.named(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a task's name is empty: leave named(..) out to use the function's name");
    }

    @Test
    void named_null_isRefused() {
        assertThatThrownBy(() -> load.named(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a task's name is null");
    }

    @Test
    void of_nullFunction_isRefused() {
        assertThatThrownBy(() -> Task1.of(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the task's function is null");
        assertThatThrownBy(() -> action((Act1<String>) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the task's function is null");
    }
}
