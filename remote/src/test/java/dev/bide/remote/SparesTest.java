package dev.bide.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Delayed;
import dev.bide.Task0;
import dev.bide.Task2;
import dev.bide.event.Event.Step;
import dev.bide.event.Event.TaskEvent;
import dev.bide.graph.Plan;
import dev.bide.schedule.RunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SparesTest {
    private static final int SMALL = 16;
    private static final int LARGE = 2_000;
    private static final Task2<Integer, Integer, Integer> SUM = Task2.of(Integer::sum);

    private final Told told = new Told(BrainOptions.defaults(), 2);
    private final List<String> released = new ArrayList<>();

    //   a   b      each on a worker of its own
    //    \ /
    //    sum       on the worker of a
    private Command.Submit sumOf(int bytes) {
        Delayed<Integer> a = Task0.of(() -> 1).named("a").call();
        Delayed<Integer> b = Task0.of(() -> 2).named("b").call();
        told.run(Plan.of(SUM.named("sum").call(a, b)), RunOptions.defaults().listener(event -> {}));
        List<Command.Submit> inputs = told.all(Command.Submit.class);
        told.done(inputs.get(0), bytes);
        told.done(inputs.get(1), bytes);
        Command.Submit sum = told.one(Command.Submit.class);
        assertThat(sum.tasks()).containsExactly(2);
        return sum;
    }

    @Test
    void on_resultLostWhoseInputsWereLetGo_isMadeFromThoseThatAWorkerStillHas() {
        Command.Submit sum = sumOf(SMALL);
        told.done(sum, SMALL);
        note();
        told.lost(sum.worker());
        Command.Submit again = told.one(Command.Submit.class);
        told.done(again, SMALL);
        note();
        told.fetched();

        int lost = IntStream.of(0, 1)
                .filter(input -> sum.inputHolders()[at(sum, input)] == sum.worker())
                .findFirst()
                .orElseThrow();
        assertThat(again.tasks()).containsExactly(lost, 2);
        assertThat(again.inputs()).containsExactly(1 - lost);
        assertThat(again.inputHolders()).containsExactly(1 - sum.worker());
        assertThat(told.one(Command.End.class).missing()).isEmpty();
        assertThat(released).containsOnlyOnce(lost == 0 ? "b" : "a");
    }

    private static int at(Command.Submit batch, int input) {
        return batch.inputs()[0] == input ? 0 : 1;
    }

    private void note() {
        told.all(Command.Tell.class).stream()
                .map(Command.Tell::event)
                .filter(TaskEvent.class::isInstance)
                .map(TaskEvent.class::cast)
                .filter(event -> event.step() == Step.RELEASED)
                .forEach(event -> released.add(event.key().toString()));
    }

    @Test
    void on_lastUseOfALargeResult_itIsLetGoAtOnce() {
        Command.Submit sum = sumOf(LARGE);
        told.done(sum, SMALL);

        assertThat(told.all(Command.Release.class))
                .flatExtracting(release -> IntStream.of(release.tasks()).boxed().toList())
                .contains(0, 1);
    }

    @Test
    void on_lastUseOfASmallResult_workersKeepIt() {
        Command.Submit sum = sumOf(SMALL);
        told.done(sum, SMALL);

        assertThat(told.all(Command.Release.class)).isEmpty();
    }

    @Test
    void add_moreThanThereIsRoomFor_givesTheOldest() {
        Spares spares = new Spares(3);

        assertThat(IntStream.of(7, 8, 9).map(spares::add)).containsOnly(-1);
        assertThat(spares.add(10)).isEqualTo(7);
        assertThat(spares.add(11)).isEqualTo(8);
        assertThat(spares.all().stream()).containsExactly(9, 10, 11);
    }

    @Test
    void add_noRoomAtAll_givesItBack() {
        assertThat(new Spares(0).add(7)).isEqualTo(7);
    }

    @Test
    void fits_unknownSize_doesNot() {
        assertThat(Spares.fits(0)).isFalse();
        assertThat(Spares.fits(SMALL)).isTrue();
        assertThat(Spares.fits(LARGE)).isFalse();
    }
}
