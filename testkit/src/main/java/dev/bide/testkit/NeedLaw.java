package dev.bide.testkit;

import static dev.bide.Bide.gather;
import static dev.bide.Bide.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.event.Event;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.schedule.RunOptions;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Only what the roots need runs, and a result is let go when its last dependent has it, unless it was asked for. */
abstract class NeedLaw extends Law {
    private static final int COLLECTIONS = 50;

    NeedLaw(SchedulerContract contract) {
        super(contract);
    }

    //     source
    //     /    \
    //  wanted  unwanted --> more
    @Test
    void compute_oneBranch_leavesTheOtherAlone() {
        Tally calls = new Tally();
        Delayed<Integer> source = task(() -> calls.of("source", 1)).call();
        Delayed<Integer> wanted = source.then(x -> calls.of("wanted", x + 1));
        source.then(x -> calls.of("unwanted", x)).then(x -> calls.of("more", x));
        result(wanted).isEqualTo(2);
        assertThat(calls.counts()).isEqualTo(Map.of("source", 1, "wanted", 1));
    }

    //   yes   no
    //     \   :
    //     choice --> (grows to) yes
    @Test
    void thenDelayed_answerNeedsOneOfTwo_leavesTheOtherAlone() {
        Tally calls = new Tally();
        Delayed<String> yes = task(() -> calls.of("yes", "yes")).call();
        Delayed<String> no = task(() -> calls.of("no", "no")).call();
        result(task(() -> true).call().thenDelayed(x -> x ? yes : no)).isEqualTo("yes");
        assertThat(calls.counts()).isEqualTo(Map.of("yes", 1));
    }

    /** The names of the tasks whose results were let go, in order. */
    private List<String> released(Delayed<?> root) {
        Queue<String> names = new ConcurrentLinkedQueue<>();
        compute(root, RunOptions.defaults().listener(event -> noteReleased(event, names)));
        return List.copyOf(names);
    }

    private static void noteReleased(Event event, Queue<String> names) {
        if (event instanceof TaskEvent of && of.step() == Step.RELEASED) {
            names.add(of.name());
        }
    }

    //   a --> b --> c
    @Test
    void compute_chain_releasesEachAfterItsUse() {
        Delayed<Integer> chain =
                task(() -> 1).named("a").call().then(x -> x).named("b").then(x -> x);
        assertThat(released(chain.named("c"))).containsExactly("a", "b");
    }

    //   a --> b --> c      b is asked for too
    @Test
    void compute_rootInTheMiddle_keepsIt() {
        Delayed<Integer> b = task(() -> 1).named("a").call().then(x -> x + 1).named("b");
        Queue<String> released = new ConcurrentLinkedQueue<>();
        List<Integer> results = compute(
                gather(List.of(b.then(x -> x + 1).named("c"), b)),
                RunOptions.defaults().listener(event -> noteReleased(event, released)));
        assertThat(results).containsExactly(3, 2);
        assertThat(released).contains("a");
    }

    //      a
    //    /   \
    //   b     c      a goes after both
    //    \   /
    //      d
    @Test
    void compute_diamond_releasesTheSourceOnceAfterBoth() {
        Delayed<Integer> a = task(() -> 1).named("a").call();
        Delayed<Integer> d = a.then(x -> x).named("b").zip(a.then(x -> x).named("c"), Integer::sum);
        assertThat(released(d)).startsWith("a").containsExactlyInAnyOrder("a", "b", "c");
    }

    //   big --> small --> last      while `last` runs, nobody holds what `big` gave
    @Test
    void compute_resultNoLongerNeeded_canBeCollectedDuringTheRun() {
        needsThisJvm();
        AtomicReference<WeakReference<byte[]>> big = new AtomicReference<>();
        Delayed<Boolean> last =
                task(() -> weakly(big)).call().then(bytes -> bytes.length).then(length -> collected(big));
        assertThat(last.compute(bare())).isTrue();
        result(last).isEqualTo(true);
    }

    //   big --> small --> grown --> (grows to) last
    @Test
    void thenDelayed_resultNoLongerNeeded_canBeCollectedDuringTheRun() {
        needsThisJvm();
        AtomicReference<WeakReference<byte[]>> big = new AtomicReference<>();
        Delayed<Boolean> last = task(() -> weakly(big))
                .call()
                .then(bytes -> bytes.length)
                .thenDelayed(length -> task(() -> collected(big)).call());
        assertThat(last.compute(bare())).isTrue();
        result(last).isEqualTo(true);
    }

    private static byte[] weakly(AtomicReference<WeakReference<byte[]>> reference) {
        byte[] big = new byte[1 << 20];
        reference.set(new WeakReference<>(big));
        return big;
    }

    private static boolean collected(AtomicReference<WeakReference<byte[]>> reference) {
        for (int i = 0; i < COLLECTIONS && reference.get().get() != null; i++) {
            System.gc();
        }
        return reference.get().get() == null;
    }

    //   big --> size      the run is over, and its graph is still there
    @Test
    void compute_runEnded_nothingHoldsItsResults() {
        needsThisJvm();
        AtomicReference<WeakReference<byte[]>> big = new AtomicReference<>();
        Delayed<byte[]> root = task(() -> weakly(big)).call();
        assertThat(root.compute(bare())).hasSize(1 << 20);
        assertThat(collected(big)).isTrue();
        assertThat(root.graph().keys()).hasSize(1);
    }
}
