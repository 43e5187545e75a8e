package dev.bide.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {
    private final Token token = Token.create();
    private final BlockingQueue<Integer> arrived = new LinkedBlockingQueue<>();
    private Folder folder;
    private UnixDomainSocketAddress address;
    private Door door;

    @BeforeEach
    void open() throws IOException {
        folder = Folder.create();
        address = folder.socket(Folder.DRIVER);
        door = Door.at(address, token, (from, channel) -> arrived.add(from), TimeUnit.SECONDS.toNanos(1));
        door.answer();
    }

    @AfterEach
    void close() {
        door.close();
        folder.remove();
        assertThat(Files.exists(folder.file("."))).isFalse();
    }

    @Test
    void folder_ofAPool_isItsUsersAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file("."))))
                .isEqualTo("rwx------");
    }

    @Test
    void door_tokenInPieces_letsIn() throws Exception {
        ByteBuffer hello = Door.hello(token, 17);
        try (SocketChannel guest = SocketChannel.open(address)) {
            while (hello.hasRemaining()) {
                guest.write(hello.slice(hello.position(), 1));
                hello.position(hello.position() + 1);
            }
            assertThat(arrived.poll(30, TimeUnit.SECONDS)).isEqualTo(17);
        }
    }

    @Test
    void door_wrongToken_getsNothingAndIsSentAway() throws IOException {
        try (SocketChannel guest = SocketChannel.open(address)) {
            guest.write(Door.hello(Token.create(), 17));

            assertThat(isSentAway(guest)).isTrue();
        }
        assertThat(arrived).isEmpty();
    }

    @Test
    void door_hugeHello_isSentAwayAfterItsFirstBytes() throws IOException {
        try (SocketChannel guest = SocketChannel.open(address)) {
            ByteBuffer huge = ByteBuffer.allocate(50_000_000);
            assertThat(isRefused(guest, huge)).isTrue();
            assertThat(huge.position()).isLessThan(huge.capacity());
        }
        assertThat(arrived).isEmpty();
    }

    @Test
    void door_manySilentGuests_keepNobodyOut() throws Exception {
        List<SocketChannel> silent = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            silent.add(SocketChannel.open(address));
        }
        try (SocketChannel guest = SocketChannel.open(address)) {
            guest.write(Door.hello(token, 17));

            assertThat(arrived.poll(30, TimeUnit.SECONDS)).isEqualTo(17);
            assertThat(isSentAway(silent.get(0))).isTrue();
        }
        silent.forEach(Home::close);
    }

    @Test
    void door_silentGuest_isSentAwayInTime() throws IOException {
        try (SocketChannel guest = SocketChannel.open(address)) {
            guest.write(ByteBuffer.allocate(1));

            assertThat(isSentAway(guest)).isTrue();
        }
    }

    private static boolean isRefused(SocketChannel guest, ByteBuffer said) {
        try {
            while (said.hasRemaining()) {
                guest.write(said);
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isSentAway(SocketChannel guest) {
        try {
            return guest.read(ByteBuffer.allocate(1)) < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
