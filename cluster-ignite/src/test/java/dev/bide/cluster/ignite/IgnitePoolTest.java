package dev.bide.cluster.ignite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.ignite.Ignition;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A driver and real nodes in other JVMs. They are shared, because each takes seconds to start: those that end some come last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IgnitePoolTest {
    @TempDir
    static Path folder;

    private static Jvms jvms;
    private static Jvms.Jvm stock;
    private static Jvms.Jvm ours;
    private static OwnedNode driver;
    private static IgnitePool pool;
    private static final Heard HEARD = new Heard();
    private static Heard.Joined first;
    private static Heard.Joined second;

    @BeforeAll
    static void startTwoWorkers() throws IOException, InterruptedException {
        jvms = new Jvms(folder);
        stock = jvms.stock("ISOLATED");
        ours = jvms.worker("--name", "ours", "--threads", "5");
        stock.await();
        ours.await();
        driver = OwnedNode.driver(new IgniteConfiguration(), List.of(jvms.addresses()));
        pool = IgniteScheduler.pool(driver, null, EchoInbox.Maker.class);
        pool.start(HEARD);
        Heard.Joined one = Heard.within(HEARD.joined);
        Heard.Joined other = Heard.within(HEARD.joined);
        first = one.name().startsWith("ours") ? other : one;
        second = one.name().startsWith("ours") ? one : other;
    }

    @AfterAll
    static void endAll() {
        if (pool != null) {
            pool.close();
        }
        jvms.close();
    }

    private static void say(Heard.Joined worker, String text) {
        pool.send(worker.worker(), EchoInbox.bytes(text));
    }

    @Test
    @Order(1)
    void workers_thatAreThere_areToldWithTheirThreads() {
        assertThat(first.threads()).isEqualTo(3);
        assertThat(second.threads()).isEqualTo(5);
        assertThat(second.name()).startsWith("ours-");
        assertThat(Set.of(first.worker(), second.worker())).containsExactlyInAnyOrder(0, 1);
        assertThat(first.address()).isNotEqualTo(second.address());
    }

    @Test
    @Order(2)
    void send_manyOfAllSizes_comeBackWholeAndInOrder() throws InterruptedException {
        Random random = new Random(7);
        List<ByteBuffer> sent = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = new byte[i % 500 == 0 ? 6_000_000 : 1001 + random.nextInt(3_000)];
            random.nextBytes(bytes);
            ByteBuffer whole = ByteBuffer.wrap(bytes);
            sent.add(whole);
            pool.send(first.worker(), whole.slice(0, 17), whole.slice(17, bytes.length - 17));
        }
        for (ByteBuffer message : sent) {
            assertThat(HEARD.next(first.worker())).isEqualTo(message);
        }
    }

    @Test
    @Order(3)
    void send_sixtyFourMebibytes_comesBackWhole() throws InterruptedException {
        byte[] bytes = new byte[64 << 20];
        new Random(8).nextBytes(bytes);

        pool.send(second.worker(), ByteBuffer.wrap(bytes));

        assertThat(HEARD.next(second.worker())).isEqualTo(ByteBuffer.wrap(bytes));
    }

    @Test
    @Order(4)
    void send_nothingAtAll_comesBack() throws InterruptedException {
        pool.send(first.worker(), ByteBuffer.allocate(0));

        assertThat(HEARD.next(first.worker()).remaining()).isZero();
    }

    @Test
    @Order(5)
    void code_onlyTheDriverHas_runsOnAStockNode() throws InterruptedException {
        say(first, "call " + OnlyHere.class.getName());

        assertThat(HEARD.text(first.worker()))
                .isEqualTo("[Pair[left=nested, right=3], Pair[left=nested, right=2], Pair[left=nested, right=1]]"
                        + " of TaskLoader");
    }

    @Test
    @Order(6)
    void code_thatTheWorkerHasToo_isTheDriversOwn() throws InterruptedException {
        say(second, "call " + OnlyHere.class.getName());

        assertThat(HEARD.text(second.worker())).endsWith(" of TaskLoader");
    }

    @Test
    @Order(6)
    void code_neededByAnInterruptedTask_isFoundAllTheSame() throws InterruptedException {
        say(first, "call " + Interrupted.class.getName());

        assertThat(HEARD.text(first.worker())).isEqualTo("found, interrupted true");
    }

    @Test
    @Order(7)
    void code_nobodyHas_isAnErrorOfTheTask() throws InterruptedException {
        say(first, "call com.acme.Nowhere");

        assertThat(HEARD.text(first.worker()))
                .contains("ClassNotFoundException")
                .contains("com.acme.Nowhere");
    }

    @Test
    @Order(8)
    void toPeer_messages_arriveThereInOrder() throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            say(first, "peer " + second.address() + " " + i);
        }

        for (int i = 0; i < 200; i++) {
            assertThat(HEARD.text(second.worker())).isEqualTo("from " + first.address() + ": " + i);
        }
    }

    @Test
    @Order(9)
    void toPeer_workerThatNeverWas_isLost() throws InterruptedException {
        String nowhere = second.address().replaceAll("/.*", "/77");

        say(first, "peer " + nowhere + " hello");

        assertThat(HEARD.text(first.worker())).isEqualTo("lost " + nowhere);
    }

    @Test
    @Order(10)
    void dismiss_aWorkerThatAnswers_isLostAndJoinsUnderAnotherNumber() throws InterruptedException {
        pool.dismiss(second.worker(), "it was silent");

        Heard.Lost lost = Heard.within(HEARD.lost);
        assertThat(lost.worker()).isEqualTo(second.worker());
        assertThat(lost.cause()).isEqualTo("it was silent");
        String before = second.address();
        second = Heard.within(HEARD.joined);
        assertThat(second.worker()).isEqualTo(2);
        assertThat(second.address()).isNotEqualTo(before);
        say(second, "hello again");
        assertThat(HEARD.text(second.worker())).isEqualTo("hello again");
        say(first, "peer " + before + " hello");
        assertThat(HEARD.text(first.worker())).isEqualTo("lost " + before);
    }

    @Test
    @Order(11)
    void worker_stopped_isLostAndComesBackUnderAnotherNumber() throws IOException, InterruptedException {
        ours.signal("STOP");
        Heard.Lost lost = Heard.within(HEARD.lost);
        ours.signal("CONT");

        assertThat(lost.worker()).isEqualTo(second.worker());
        second = Heard.within(HEARD.joined);
        assertThat(second.worker()).isEqualTo(3);
        say(second, "hello again");
        assertThat(HEARD.text(second.worker())).isEqualTo("hello again");
    }

    @Test
    @Order(12)
    void worker_killed_isToldWithinTwoSecondsAndToItsPeers() throws InterruptedException {
        say(first, "peer " + second.address() + " hello");
        assertThat(HEARD.text(second.worker())).endsWith(": hello");

        long killed = System.nanoTime();
        ours.process().destroyForcibly();

        Heard.Lost lost = Heard.within(HEARD.lost);
        assertThat(lost.worker()).isEqualTo(second.worker());
        assertThat(Duration.ofNanos(lost.nanos() - killed)).isLessThan(Duration.ofSeconds(2));
        assertThat(lost.cause()).contains("process ended");
        assertThat(HEARD.text(first.worker())).isEqualTo("lost " + second.address());
        pool.send(second.worker(), EchoInbox.bytes("nobody hears this"));
    }

    @Test
    @Order(13)
    void worker_thatComesLate_joins() throws IOException, InterruptedException {
        jvms.stock("ISOLATED").await();

        Heard.Joined late = Heard.within(HEARD.joined);

        assertThat(late.worker()).isEqualTo(4);
        say(late, "call " + OnlyHere.class.getName());
        assertThat(HEARD.text(late.worker())).contains("nested");
    }

    @Test
    @Order(14)
    void driver_whoseNodeStops_losesItsWorkersAndFails() throws InterruptedException {
        Ignition.stop(driver.ignite().name(), true);

        assertThat(Heard.within(HEARD.failed)).contains("the driver's own node has stopped");
        assertThat(HEARD.lost).extracting(Heard.Lost::worker).contains(first.worker(), 4);
    }
}
