package dev.bide.graph;

import static dev.bide.Bide.action;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Task1;
import org.junit.jupiter.api.Test;

class TaskOptionsTest {
    private final Task1<String, Integer> load = task(String::length);

    @Test
    void options_ofANewTask_areNone() {
        assertThat(load.options()).isEqualTo(TaskOptions.NONE).isEqualTo(new TaskOptions(null, 0, false));
    }

    @Test
    void options_setOneAfterTheOther_areAllKept() {
        assertThat(load.named("read").retry(3).pure().options()).isEqualTo(new TaskOptions("read", 3, true));
        assertThat(load.pure().retry(3).named("read").options()).isEqualTo(new TaskOptions("read", 3, true));
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

        assertThat(call.retries()).isEqualTo(2);
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
