package dev.bide.internal.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.Bide;
import dev.bide.graph.Plan;
import dev.bide.schedule.RunOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DequesTest {
    private static final int MANY = 5_000;

    //   0   1   2   ...   4999
    //    \  |   |         /
    //          list
    private static final Plan FAN = Plan.of(Bide.task((Integer x) -> x).each(java.util.Collections.nCopies(MANY, 1)));

    private final LocalRun<Object> run = new LocalRun<>(FAN, RunOptions.defaults(), new StillHands(2));
    private final Deques deques = new Deques(run.crew.slots());
    private final Slot one = run.crew.slots()[0];
    private final Slot two = run.crew.slots()[1];
    private final Frame first = Frame.first(FAN, Frame.Sharing.SHARED, null);

    private static List<Long> pollAll(Deques deques, Slot... slots) {
        List<Long> polled = new ArrayList<>();
        long task = 0;
        for (int i = 0; task != Ready.NONE; i++) {
            task = deques.poll(slots[i % slots.length]);
            polled.add(task);
        }
        return polled.subList(0, polled.size() - 1);
    }

    @Test
    void poll_nothingOpen_isNothing() {
        assertThat(deques.hasWork()).isFalse();
        assertThat(deques.poll(one)).isEqualTo(Ready.NONE);
    }

    @Test
    void poll_firstFrameByOneWorker_givesItsLeavesInOrder() {
        deques.open(one, first);

        assertThat(deques.hasWork()).isTrue();
        assertThat(pollAll(deques, one)).containsExactlyElementsOf(leaves());
        assertThat(deques.hasWork()).isFalse();
    }

    @Test
    void poll_firstFrameByTwoWorkers_givesEachLeafOnce() {
        deques.open(one, first);

        assertThat(pollAll(deques, one, two)).containsExactlyInAnyOrderElementsOf(leaves());
    }

    @Test
    void poll_startOfALongFrame_leavesMostOfItToOthers() {
        deques.open(one, first);
        deques.poll(one);

        assertThat(deques.poll(two)).isLessThan(512);
    }

    private static List<Long> leaves() {
        return LongStream.range(0, MANY).boxed().toList();
    }

    @Test
    void open_laterFrame_isTakenFirstLeafFirst() {
        Plan pair = StillHands.plan();
        Frame more = Frame.more(pair, 3, first, 0);
        deques.open(one, more);

        assertThat(deques.hasWork()).isTrue();
        assertThat(pollAll(deques, one)).containsExactly(Ready.task(more, 0), Ready.task(more, 1));
    }

    @Test
    void poll_ownTasks_givesTheNewestFirst() {
        deques.push(one, first, 7);
        deques.push(one, first, 8);

        assertThat(pollAll(deques, one)).containsExactly(8L, 7L);
    }

    @Test
    void poll_anothersTasks_stealsTheOldestFirst() {
        deques.push(one, first, 7);
        deques.push(one, first, 8);

        assertThat(deques.hasWork()).isTrue();
        assertThat(pollAll(deques, two)).containsExactly(7L, 8L);
    }

    @Test
    void poll_ownTaskAndLeaves_takesItsOwnFirst() {
        deques.open(one, first);
        deques.push(one, first, 7);

        assertThat(deques.poll(one)).isEqualTo(7);
        assertThat(deques.poll(one)).isZero();
    }

    @Test
    void poll_leavesAndAnothersTask_startsSomethingNewFirst() {
        deques.push(two, first, 7);
        deques.open(one, first);

        assertThat(deques.poll(one)).isZero();
    }

    @Test
    void poll_stoppedRun_stealsNothing() {
        deques.push(one, first, 7);
        run.cancel();

        assertThat(deques.poll(two)).isEqualTo(Ready.NONE);
    }
}
