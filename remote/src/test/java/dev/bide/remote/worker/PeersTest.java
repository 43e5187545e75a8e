package dev.bide.remote.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bide.remote.internal.wire.Reader;
import dev.bide.remote.internal.wire.Tag;
import dev.bide.remote.internal.wire.Writer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers that get results from each other, and messages that make no sense. */
class PeersTest {
    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    /** Asks a worker for 1, which needs another's 0. */
    private static Asking plusOne(Office.Side worker, String holder) {
        return worker.ask(1, 1).input(0, holder).call(1, (Integer x) -> x + 1, 0);
    }

    // a's 0, 1 → b's 2
    @Test
    void submit_inputsOnAnotherWorker_comeInOneRequest() {
        Office.Side a = office.worker("a");
        Office.Side b = office.worker("b");
        a.ask(1, 1).call(0, () -> 20).call(1, () -> 1).answers();

        b.ask(1, 1)
                .input(0, "a")
                .input(1, "a")
                .call(2, (Integer x, Integer y) -> x + y, 0, 1)
                .answers();

        assertThat(b.fetch(1, 0, 1, 2)).containsExactly(20, 1, 21);
        assertThat(b.peerTags).containsExactly(Tag.GET);
    }

    // a's 0, 1, 2 → b's 3
    @Test
    void submit_inputsTooLargeForAMessage_comeInPieces() {
        Office.Side a = office.worker("a");
        Office.Side b = office.worker("b");
        a.ask(1, 1)
                .call(0, () -> new byte[40 << 20])
                .call(1, () -> new byte[40 << 20])
                .call(2, () -> new byte[40 << 20])
                .answers();

        b.ask(1, 1)
                .input(0, "a")
                .input(2, "a")
                .input(1, "a")
                .call(3, (byte[] x, byte[] y) -> x.length + y.length, 0, 1)
                .answers();

        assertThat(b.fetch(1, 3)).containsExactly(80 << 20);
        assertThat(b.peerTags).containsExactly(Tag.GET);
    }

    @Test
    void submit_twoBatchesWantOneResult_shareARequest() {
        Office.Side a = office.worker("a");
        Office.Side b = office.worker("b");
        a.ask(1, 1).call(0, () -> 20).answers();
        b.holds = true;

        plusOne(b, "a").send();
        b.ask(2, 1).input(0, "a").call(2, (Integer x) -> x + 2, 0).send();
        b.deliver();

        b.answers(1);
        b.answers(2);
        assertThat(b.peerTags).containsExactly(Tag.GET);
        assertThat(b.fetch(1, 1, 2)).containsExactly(21, 22);
    }

    @Test
    void submit_inputsHaveNotCome_othersRun() {
        Office.Side a = office.worker("a");
        Office.Side b = office.worker("b");
        a.ask(1, 1).call(0, () -> 20).answers();
        b.holds = true;

        plusOne(b, "a").send();
        b.ask(2, 1).call(2, () -> 2).answers();
        b.deliver();

        assertThat(b.answers(1).get(0).what()).isEqualTo(Tag.DONE);
    }

    @Test
    void interrupt_inputsHaveNotCome_notRunAndNeverBegun() {
        Office.Side a = office.worker("a");
        Office.Side b = office.worker("b");
        a.ask(1, 1).call(0, () -> 20).answers();
        b.holds = true;

        plusOne(b, "a").send();
        b.interrupt(1);

        assertThat(b.answers(1).get(0).what()).isEqualTo(Tag.NOT_RUN);
        b.deliver();
        b.ask(2, 1).call(2, () -> 2).answers();
        assertThat(b.told).isEmpty();
    }

    @Test
    void submit_holderGone_inputMissing() {
        Office.Side b = office.worker("b");

        Office.Answer answer = plusOne(b, "nobody").answers().get(0);

        assertThat(answer.what()).isEqualTo(Tag.INPUT_MISSING);
        assertThat(answer.missing()).containsExactly(0);
    }

    @Test
    void submit_holderIsNewAndUnwelcomed_inputMissing() {
        office.unwelcomed(new WorkerSettings("a", 1, PeersTest.class.getClassLoader()));
        Office.Side b = office.worker("b");

        Office.Answer answer = plusOne(b, "a").answers().get(0);

        assertThat(answer.what()).isEqualTo(Tag.INPUT_MISSING);
    }

    @Test
    void submit_holderHasItNot_inputMissing() {
        office.worker("a");
        Office.Side b = office.worker("b");

        Office.Answer answer = plusOne(b, "a").answers().get(0);

        assertThat(answer.what()).isEqualTo(Tag.INPUT_MISSING);
    }

    @Test
    void peerLost_requestOpen_inputMissingAndLateAnswerIgnored() {
        Office.Side a = office.worker("a");
        Office.Side b = office.worker("b");
        a.ask(1, 1).call(0, () -> 20).answers();
        b.holds = true;

        plusOne(b, "a").send();
        b.node().peerLost("a");
        assertThat(b.answers(1).get(0).what()).isEqualTo(Tag.INPUT_MISSING);
        b.deliver();

        assertThat(b.fetch(1, 0)).containsExactly("missing");
    }

    @Test
    void submit_fetchedObject_isReadOnceByTheTasksThread() {
        Office.Side a = office.worker("a");
        Office.Side b = office.worker("b");
        a.ask(1, 1).call(0, Counted::new).answers();
        Counted.READ.set(0);

        b.ask(1, 1)
                .input(0, "a")
                .call(1, (Counted x) -> 1, 0)
                .call(2, (Counted x) -> 1, 0)
                .answers();
        b.ask(2, 1).input(0, "").call(3, (Counted x) -> 1, 0).answers();

        assertThat(Counted.READ).hasValue(1);
    }

    @Test
    void fetch_valueOfUserCode_isNotWrittenByTheCaller() {
        Office.Side a = office.worker("a");
        a.ask(1, 1).call(0, Counted::new).answers();

        a.fetch(1, 0);

        assertThat(Counted.writer).isEqualTo("a-serving");
    }

    @Test
    void fetch_large_isAPartOfItsOwn() {
        Office.Side a = office.worker("a");
        a.ask(1, 1).call(0, () -> new byte[1 << 20]).call(1, () -> 3).answers();

        a.say(new Writer()
                .octet(Tag.FETCH)
                .number(5)
                .number(1)
                .number(2)
                .number(0)
                .number(1)
                .number(1)
                .number(1));
        ByteBuffer[] parts = a.parts();

        assertThat(parts).hasSize(3);
        assertThat(parts[1].remaining()).isGreaterThanOrEqualTo(1 << 20);
    }

    @Test
    void submit_largeInput_comesWhole() {
        Office.Side a = office.worker("a");
        Office.Side b = office.worker("b");
        a.ask(1, 1)
                .call(0, () -> {
                    byte[] large = new byte[1 << 20];
                    new Random(1).nextBytes(large);
                    return large;
                })
                .answers();

        b.ask(1, 1)
                .input(0, "a")
                .call(1, (byte[] x) -> java.util.Arrays.hashCode(x), 0)
                .answers();

        byte[] large = new byte[1 << 20];
        new Random(1).nextBytes(large);
        assertThat(b.fetch(1, 1)).containsExactly(java.util.Arrays.hashCode(large));
    }

    @Test
    void copy_someMissing_saysWhich() {
        Office.Side a = office.worker("a");
        Office.Side b = office.worker("b");
        a.ask(1, 1).call(0, () -> 20).answers();

        b.say(new Writer()
                .octet(Tag.COPY)
                .number(6)
                .number(1)
                .text("a")
                .number(2)
                .number(0)
                .number(1)
                .number(9)
                .number(1));

        Reader copied = b.hear(Tag.COPIED);
        assertThat(copied.number()).isEqualTo(6);
        assertThat(copied.numbers()).containsExactly(9);
        a.node().close();
        plusOne(b, "").answers();
        assertThat(b.fetch(1, 1)).containsExactly(21);
    }

    @Test
    void ping_always_isAnsweredAtOnceByTheCaller() {
        Office.Side a = office.worker("a");
        long before = System.nanoTime();

        a.say(new Writer().octet(Tag.PING).number(42));

        assertThat(a.told).hasSize(1);
        Reader pong = a.hear(Tag.PONG);
        assertThat(pong.number()).isEqualTo(42);
        assertThat(pong.number()).isBetween(before, System.nanoTime());
    }

    @Test
    void fromDriver_nonsense_isIgnored() {
        Office.Side a = office.worker("a");
        byte[] good = a.ask(1, 1).call(0, () -> 1).call(1, (Integer x) -> x, 0).bytes();
        Random random = new Random(7);
        List<byte[]> nonsense = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            byte[] any = new byte[random.nextInt(40)];
            random.nextBytes(any);
            nonsense.add(any);
        }
        for (int length = 0; length < good.length; length++) {
            nonsense.add(java.util.Arrays.copyOf(good, length));
        }

        for (byte[] each : nonsense) {
            if (each.length == 0 || each[0] != Tag.PING && each[0] != Tag.WELCOME) {
                a.node().fromDriver(ByteBuffer.wrap(each));
            }
            a.node().fromPeer("b", ByteBuffer.wrap(each));
        }
        a.told.clear();
        a.say(new Writer().raw(good));

        assertThat(a.answers(1)).hasSize(2);
    }

    @Test
    void numberRanges_oneAfterTheOther_takeNoRoom() {
        NumberRanges ranges = new NumberRanges();
        for (int i = 0; i < 1000; i += 2) {
            ranges.add(i);
        }
        assertThat(ranges.gaps()).isEqualTo(500);
        for (int i = 999; i > 0; i -= 2) {
            ranges.add(i);
        }
        ranges.add(5);
        ranges.add(Integer.MAX_VALUE);

        assertThat(ranges.gaps()).isEqualTo(2);
        assertThat(ranges.contains(0)).isTrue();
        assertThat(ranges.contains(999)).isTrue();
        assertThat(ranges.contains(1000)).isFalse();
    }
}
