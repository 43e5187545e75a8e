package dev.bide.cluster.ignite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Outgoing and incoming streams, without a network between them. */
class StreamTest {
    private final List<byte[]> packets = new ArrayList<>();

    private Outgoing outgoing(Executor executor) {
        return new Outgoing(Packet.DRIVER, 3, executor, packets::add, failure -> {});
    }

    private static List<ByteBuffer> messages(int count, long seed) {
        Random random = new Random(seed);
        List<ByteBuffer> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[random.nextInt(10) == 0 ? random.nextInt(3 * Outgoing.PIECE) : random.nextInt(50)];
            random.nextBytes(bytes);
            messages.add(ByteBuffer.wrap(bytes));
        }
        return messages;
    }

    @Test
    void stream_packetsInAnyOrderAndTwice_givesTheMessagesInOrder() {
        List<ByteBuffer> sent = messages(100, 1);
        Outgoing outgoing = outgoing(Runnable::run);
        sent.forEach(outgoing::send);
        packets.addAll(List.copyOf(packets));
        Collections.shuffle(packets, new Random(2));
        List<ByteBuffer> got = new ArrayList<>();
        Incoming incoming = new Incoming(got::add);

        packets.forEach(packet -> incoming.take(Packet.read(packet)));

        assertThat(got).isEqualTo(sent);
        assertThat(sent).allMatch(message -> message.position() == 0);
    }

    @Test
    void send_manyBeforeTheFirstIsCarried_goAsOnePacket() {
        AtomicReference<Runnable> task = new AtomicReference<>();
        Outgoing outgoing = outgoing(task::set);
        List<ByteBuffer> sent = List.of(EchoInbox.bytes("one"), EchoInbox.bytes(""), EchoInbox.bytes("three"));
        sent.forEach(outgoing::send);
        List<ByteBuffer> got = new ArrayList<>();

        task.get().run();

        assertThat(packets).hasSize(1);
        new Incoming(got::add).take(Packet.read(packets.get(0)));
        assertThat(got).isEqualTo(sent);
    }

    @Test
    void send_failing_isToldOnceAndDropsTheRest() {
        List<RuntimeException> failures = new ArrayList<>();
        RuntimeException failure = new IllegalStateException("gone");
        Outgoing outgoing = new Outgoing(
                0,
                1,
                Runnable::run,
                packet -> {
                    throw failure;
                },
                failures::add);

        outgoing.send(EchoInbox.bytes("one"));
        outgoing.send(EchoInbox.bytes("two"));

        assertThat(failures).containsExactly(failure);
    }

    @Test
    void serial_stepsGivenByAStep_runAfterIt() {
        Serial serial = new Serial();
        List<Integer> ran = new ArrayList<>();

        serial.run(() -> {
            serial.run(() -> ran.add(2));
            ran.add(1);
        });

        assertThat(ran).containsExactly(1, 2);
    }
}
