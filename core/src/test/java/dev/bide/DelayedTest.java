package dev.bide;

import static dev.bide.Bide.on;
import static dev.bide.Bide.task;
import static dev.bide.Bide.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.graph.Key;
import dev.bide.schedule.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DelayedTest {
    private final Scheduler sync = Schedulers.sync();
    private final List<String> log = new ArrayList<>();
    private final Task1<String, String> note = task(this::note);

    private String note(String text) {
        log.add(text);
        return text;
    }

    @Test
    void call_anyTask_runsNothing() {
        note.call("a").then(String::length).after(note.call("b"));

        assertThat(log).isEmpty();
    }

    // note -> length
    @Test
    void then_result_isTheArgument() {
        assertThat(note.call("abc").then(String::length).compute(sync)).isEqualTo(3);
        assertThat(value(null).then(x -> x == null).compute(sync)).isTrue();
    }

    // note  note
    //    \  /
    //   concat
    @Test
    void zip_twoResults_areTheArguments() {
        assertThat(note.call("a").zip(note.call("b"), String::concat).compute(sync))
                .isEqualTo("ab");
    }

    // note
    //  ||
    // concat
    @Test
    void zip_withItself_runsItOnce() {
        Delayed<String> noted = note.call("a");

        assertThat(noted.zip(noted, String::concat).compute(sync)).isEqualTo("aa");
        assertThat(log).containsExactly("a");
    }

    // c   b
    //  \ /
    //   a
    @Test
    void after_others_runsThemFirst() {
        Delayed<String> last = note.call("a").after(note.call("b")).after(note.call("c"));

        assertThat(last.compute(sync)).isEqualTo("a");
        assertThat(log).containsExactlyInAnyOrder("a", "b", "c").last().isEqualTo("a");
    }

    // b
    // |
    // value(1)
    @Test
    void after_onAValue_runsTheOthers() {
        assertThat(value(1).after(note.call("b")).compute(sync)).isEqualTo(1);
        assertThat(log).containsExactly("b");
    }

    @Test
    void after_nothing_isACallOfItsOwn() {
        Delayed<String> call = note.call("a");

        assertThat(call.after()).isNotSameAs(call);
        assertThat(call.after().compute(sync)).isEqualTo("a");
    }

    @Test
    void after_othersChangedAfterwards_waitsForThoseGiven() {
        Delayed<?>[] others = {note.call("b")};
        Delayed<String> call = note.call("a").after(others);
        others[0] = note.call("c");

        call.compute(sync);

        assertThat(log).containsExactly("b", "a");
    }

    @Test
    void named_call_isShownAndTheOriginalIsUnchanged() {
        Delayed<String> call = note.call("a");
        Delayed<String> named = call.named("first");

        assertThat(named.toString()).startsWith("Delayed first (dev.bide.DelayedTest.");
        assertThat(call.toString()).startsWith("Delayed note (dev.bide.DelayedTest.");
        assertThat(named.graph().keys()).containsExactly(Key.of("first"));
    }

    // b
    // |
    // a (named)
    @Test
    void named_callAfterOthers_keepsThem() {
        note.call("a").after(note.call("b")).named("x").compute(sync);

        assertThat(log).containsExactly("b", "a");
    }

    // note  note(copy)
    //    \  /
    //    concat
    @Test
    void named_copyAndOriginal_areTwoCalls() {
        Delayed<String> call = note.call("a");

        on(call, call.named("copy")).call(String::concat).compute(sync);

        assertThat(log).containsExactly("a", "a");
    }

    // note -> length, persisted
    @Test
    void persist_call_isNotComputedAgain() {
        Delayed<Integer> length = note.call("abc").then(String::length).persist(sync);

        assertThat(length.then(x -> x + 1).compute(sync)).isEqualTo(4);
        assertThat(length.compute(sync)).isEqualTo(3);
        assertThat(log).containsExactly("abc");
    }

    // read -> thenDelayed => value, or note
    @Test
    void thenDelayed_answer_isTheResult() {
        Delayed<String> chosen = value(1).thenDelayed(x -> x > 0 ? value("plus") : note.call("minus"));

        assertThat(chosen.compute(sync)).isEqualTo("plus");
        assertThat(log).isEmpty();
    }

    // count    (root of two computes)
    @Test
    void compute_twice_runsTwice() {
        AtomicInteger runs = new AtomicInteger();
        Delayed<Integer> count = task(runs::incrementAndGet).call();

        assertThat(List.of(count.compute(sync), count.compute(sync))).containsExactly(1, 2);
    }

    // count
    //  /\     two roots that share it
    // a  b
    @Test
    void compute_severalRoots_shareTheirCalls() {
        AtomicInteger runs = new AtomicInteger();
        Delayed<Integer> count = task(runs::incrementAndGet).call();

        assertThat(Bide.compute(count.then(x -> x + 1), count.then(x -> x + 2), count))
                .containsExactly(2, 3, 1);
    }
}
