package dev.bide.store;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bide.Delayed;
import dev.bide.Schedulers;
import dev.bide.Task1;
import dev.bide.graph.Fn1;
import dev.bide.schedule.Scheduler;
import dev.bide.schedule.TaskFailedException;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has no content key is refused when the run starts, with what to do. */
class RefusalsTest {
    private static final Task1<Object, Object> STORED =
            task(Battery::same).stored().named("stored");
    private static final Task1<Object, Object> PLAIN = task(Battery::same).named("plain");
    private static final String PASS =
            ", of which Bide cannot tell whether it is the same in another run. Pass numbers,"
                    + " strings, enums, records, collections, files or Serializable objects; or leave stored() out.";

    @TempDir
    private Path folder;

    private Scheduler scheduler;

    @BeforeEach
    void open() {
        scheduler = Store.at(folder.resolve("store")).on(Schedulers.sync());
    }

    private String refusal(Delayed<?> call) {
        try {
            call.compute(scheduler);
            throw new AssertionError("it was not refused");
        } catch (IllegalArgumentException refused) {
            return refused.getMessage();
        }
    }

    /** Without the lines of the calls. */
    private static String withoutLines(String message) {
        return message.replaceAll(", called at [^ ]*\\(RefusalsTest\\.java:\\d+\\)", " [line]");
    }

    @Test
    void start_argumentWithoutContent_isRefused() {
        assertThat(withoutLines(refusal(STORED.call(value(new Thread())))))
                .isEqualTo(
                        "the result of task stored [line] cannot be stored: argument 1 is a java.lang.Thread" + PASS);
        assertThat(refusal(STORED.call(value(Stream.of(1))))).contains("argument 1 is a java.util.stream.Reference");
        assertThat(refusal(STORED.call(value(List.of(1, new Thread()))))).contains("argument 1 is a java.lang.Thread,");
        assertThat(refusal(STORED.call(value(new Battery.Box(new Thread()))))).contains("is a java.lang.Thread,");
    }

    @Test
    void start_lineOfTheCall_isNamed() {
        assertThat(refusal(STORED.call(value(new Thread()))))
                .containsPattern(
                        "task stored, called at dev\\.bide\\.store\\.RefusalsTest\\.\\S+\\(RefusalsTest\\.java:\\d+\\)");
    }

    @Test
    void start_whatItNeedsHasNoKey_namesBoth() {
        Delayed<Object> plain = PLAIN.call(value(new Thread()));

        assertThat(withoutLines(refusal(STORED.call(PLAIN.call(plain)))))
                .isEqualTo("the result of task stored [line] cannot be stored: it needs task plain [line], and there"
                        + " argument 1 is a java.lang.Thread" + PASS);
    }

    @Test
    void start_lambdaCapturedSomethingWithoutContent_isRefused() {
        Thread thread = Thread.currentThread();

        assertThat(withoutLines(refusal(task((Object x) -> x + thread.getName())
                        .stored()
                        .named("captures")
                        .call(1))))
                .isEqualTo("the result of task captures [line] cannot be stored: it calls a function that captured a"
                        + " java.lang.Thread" + PASS);
    }

    /** Says that it is Serializable, and is not. */
    private static final class Pretender implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings({"serial", "UnusedVariable"}) // what is serialised is read by that alone
        private final Object thread = Thread.currentThread();
    }

    @Test
    void start_serializableThatHoldsSomethingElse_isRefused() {
        assertThat(refusal(STORED.call(value(new Pretender()))))
                .contains("argument 1 is a java.lang.Thread (in a dev.bide.store.RefusalsTest$Pretender), which is not"
                        + " Serializable. Make it so, or pass numbers");
    }

    private static final class Throwing implements Serializable {
        private static final long serialVersionUID = 1L;

        private void writeObject(ObjectOutputStream out) throws IOException {
            throw new IOException("no");
        }
    }

    @Test
    void start_serialisationThrows_isRefused() {
        assertThat(refusal(STORED.call(value(new Throwing()))))
                .contains("argument 1 is a dev.bide.store.RefusalsTest$Throwing, whose serialisation threw"
                        + " java.io.IOException: no. Mend it; or leave stored() out.");
    }

    /** A list of links. */
    private static final class Link implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("UnusedVariable") // what is serialised is read by that alone
        private final @Nullable Link next;

        Link(@Nullable Link next) {
            this.next = next;
        }
    }

    @Test
    void start_tooDeep_isRefused() {
        Link chain = null;
        for (int i = 0; i < 1_000_000; i++) {
            chain = new Link(chain);
        }
        List<Object> nested = List.of();
        for (int i = 0; i < 1_000; i++) {
            nested = List.of(nested);
        }

        assertThat(refusal(STORED.call(value(chain)))).contains("hold each other too deep for Java's serialisation");
        assertThat(refusal(STORED.call(value(nested))))
                .contains("argument 1 is something nested deeper than 500 levels");
    }

    @Test
    void start_listThatContainsItself_isRefused() {
        List<Object> circle = new ArrayList<>();
        circle.add(circle);

        assertThat(refusal(STORED.call(value(circle))))
                .contains("argument 1 is a java.util.ArrayList that contains itself. Pass what it holds;");
    }

    @Test
    void compute_onlyPureAndWithoutContent_runsAsWithoutAStore() {
        assertThat(PLAIN.pure().call(value(new Thread("t"))).compute(scheduler))
                .asString()
                .contains("Thread[");
    }

    @Test
    void compute_notStored_mayHaveAnyArgument() {
        assertThat(PLAIN.call(value(new Thread("t"))).compute(scheduler))
                .asString()
                .contains("Thread[");
    }

    // one -> (grows to) stored
    @Test
    void compute_graphGrowsByWhatHasNoKey_failsThatTask() {
        Fn1<Integer, Delayed<Object>> more = x -> STORED.call(value(new Thread()));

        assertThatThrownBy(() ->
                        on(1).call(x -> x).thenDelayed(more).named("grows").compute(scheduler))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("task grows failed")
                .hasMessageContaining("the result of task stored")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }
}
